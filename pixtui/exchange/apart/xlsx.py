"""An Excel workbook saved as .xlsx: the pass over the XML of its sheets."""

import posixpath
import re
from collections.abc import Mapping

from pixtui.exchange.apart.archive import Archive
from pixtui.exchange.apart.refusal import RefusedFile
from pixtui.exchange.apart.sheets import Marks
from pixtui.exchange.apart.strict_xml import parse

_BOOK, _RELATIONS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
_ALSO_READ = ("xl/sharedStrings.xml", "xl/styles.xml", "[Content_Types].xml", "_rels/.rels")
_PLACE = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_R_ID = re.compile(r".*/relationships id")


def is_xlsx(archive: Archive) -> bool:
    """Whether the archive holds a workbook."""
    return _BOOK in archive.names


def has_macros(archive: Archive) -> bool:
    """Whether there are programs in it."""
    return any(name.endswith("vbaProject.bin") for name in archive.names)


def marks(archive: Archive) -> list[Marks]:
    """The marks of every sheet, in order; raises RefusedFile."""
    for name in _ALSO_READ:
        if name in archive.names:
            parse(archive.read(name), _nothing, _nothing_ended, _nothing_ended)
    targets = _targets(archive)
    found = []
    for wanted in _sheets(archive):
        walk = _Walk()
        parse(archive.read(targets.get(wanted, "")), walk.start, walk.end, walk.text)
        found.append(walk.marks)
    return found


def _nothing(_name: str, _attributes: Mapping[str, str]) -> None:
    return


def _nothing_ended(_name: str) -> None:
    return


def _sheets(archive: Archive) -> list[str]:
    """The relation of every sheet, in the order of the workbook."""
    found: list[str] = []

    def start(name: str, attributes: Mapping[str, str]) -> None:
        if name.endswith(" sheet"):
            found.extend(value for key, value in attributes.items() if _R_ID.fullmatch(key))

    parse(archive.read(_BOOK), start, _nothing_ended, _nothing_ended)
    return found


def _targets(archive: Archive) -> dict[str, str]:
    """Relation to the file it names."""
    found: dict[str, str] = {}

    def start(name: str, attributes: Mapping[str, str]) -> None:
        if name.endswith(" Relationship"):
            target = attributes.get("Target", "")
            whole = target[1:] if target.startswith("/") else posixpath.join("xl", target)
            found[attributes.get("Id", "")] = posixpath.normpath(whole)

    parse(archive.read(_RELATIONS), start, _nothing_ended, _nothing_ended)
    return found


class _Walk:
    """Where the pass stands in one sheet."""

    def __init__(self) -> None:
        self.marks = Marks()
        self._row = self._column = 0
        self._hidden = self._cell = False
        self._holds = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        what = name.rpartition(" ")[2]
        if what == "row":
            self._row = _number(attributes.get("r"), self._row + 1)
            self._column = 0
            self._hidden = attributes.get("hidden") in ("1", "true")
        elif what == "c":
            self._cell, self._holds = True, False
            self._column = _column(attributes.get("r"), self._column + 1)
            if attributes.get("t") == "e":
                self.marks.errors.append((self._row, self._column))
        elif what == "f" and self._cell:
            self.marks.formulas.append((self._row, self._column))
            self._holds = True

    def text(self, text: str) -> None:
        if self._cell and text.strip():
            self._holds = True

    def end(self, name: str) -> None:
        if name.rpartition(" ")[2] == "c" and self._cell:
            self._cell = False
            if self._holds:
                self.marks.filled(self._row, self._column)
                hidden = self.marks.hidden
                if self._hidden and hidden[-1:] != [self._row]:
                    hidden.append(self._row)


def _number(said: str | None, otherwise: int) -> int:
    if said is None:
        return otherwise
    if not (said.isascii() and said.isdigit() and len(said) < 8):
        raise RefusedFile("xml_broken", line=1)
    return int(said)


def _column(said: str | None, otherwise: int) -> int:
    place = _PLACE.fullmatch(said) if said else None
    if place is None:
        return otherwise
    number = 0
    for letter in place[1]:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
