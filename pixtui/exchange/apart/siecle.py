"""A SIECLE list of pupils: what is read of its elements, as they stand."""

from collections.abc import Mapping
from typing import Any

from pixtui.exchange.apart.limits import LONGEST_CELL, MOST_PUPILS
from pixtui.exchange.apart.refusal import RefusedFile
from pixtui.exchange.apart.strict_xml import decoded, parse_text

ROOT = "BEE_ELEVES"
_HEAD = ("BEE_ELEVES", "PARAMETRES")
_PUPIL = ("BEE_ELEVES", "DONNEES", "ELEVES", "ELEVE")
_STRUCTURES = ("BEE_ELEVES", "DONNEES", "STRUCTURES", "STRUCTURES_ELEVE")
_STRUCTURE = (*_STRUCTURES, "STRUCTURE")
_HEAD_FIELDS = {"UAJ", "ANNEE_SCOLAIRE"}
_PUPIL_FIELDS = {"ID_NATIONAL", "NOM_DE_FAMILLE", "PRENOM", "DATE_NAISS", "DATE_SORTIE"}
_STRUCTURE_FIELDS = {"CODE_STRUCTURE", "TYPE_STRUCTURE"}
_OF: Mapping[tuple[str, ...], set[str]] = {
    _HEAD: _HEAD_FIELDS,
    _PUPIL: _PUPIL_FIELDS,
    _STRUCTURE: _STRUCTURE_FIELDS,
}

Answer = dict[str, Any]


def read_siecle(data: bytes) -> Answer:
    """The pupils, their structures, the school and the year; raises RefusedFile."""
    text, encoding, lied = decoded(data)
    walk = _Walk()
    parse_text(text, walk.start, walk.end, walk.text)
    return {
        "kind": "siecle",
        "encoding": encoding,
        "lied": lied,
        "head": walk.head,
        "pupils": walk.pupils,
        "structures": walk.structures,
        "dropped": list(walk.dropped),
    }


class _Walk:
    """Where the reading stands."""

    def __init__(self) -> None:
        self.head: dict[str, str] | None = None
        self.pupils: list[dict[str, str]] = []
        self.structures: dict[str, list[dict[str, str]]] = {}
        self.dropped: dict[str, None] = {}
        self._path: tuple[str, ...] = ()
        self._into: dict[str, str] = {}
        self._leaf = ""
        self._said: list[str] = []
        self._owner = ""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        name = name.rpartition(" ")[2]
        if not self._path and name != ROOT:
            raise RefusedFile("xml_other", root=name[:LONGEST_CELL])
        if self._leaf:
            raise RefusedFile("xml_shape", element=self._leaf)
        above, self._path = self._path, (*self._path, name)
        if self._path == _HEAD:
            self.head = self._into = {}
        elif self._path == _PUPIL:
            self._into = {"ELEVE_ID": attributes.get("ELEVE_ID", "")}
            self.pupils.append(self._into)
            if len(self.pupils) > MOST_PUPILS:
                raise RefusedFile("too_many_pupils", most=MOST_PUPILS)
        elif self._path == _STRUCTURES:
            self._owner = attributes.get("ELEVE_ID", "")
        elif self._path == _STRUCTURE:
            self._into = {}
            self.structures.setdefault(self._owner, []).append(self._into)
        elif name in _OF.get(above, ()):
            if name in self._into:
                raise RefusedFile("xml_shape", element=name)
            self._leaf, self._said = name, []
        elif above == _PUPIL:
            self.dropped.setdefault(name[:LONGEST_CELL])

    def text(self, text: str) -> None:
        if self._leaf:
            self._said.append(text)

    def end(self, _name: str) -> None:
        if self._leaf:
            self._into[self._leaf] = "".join(self._said)[:LONGEST_CELL]
            self._leaf = ""
        self._path = self._path[:-1]
