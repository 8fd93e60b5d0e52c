"""The pupils of a school as SIECLE lists them ("ElevesSansAdresses", domain notes §3.3).

Kept: who has not left and is in a class. A row is the place of a pupil in the file.
"""

import datetime as dt
import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from attrs import evolve as changed

from pixtui.domain.text import clean_identity, fold
from pixtui.exchange import fields
from pixtui.exchange.fields import Cell
from pixtui.exchange.listing import without_faults
from pixtui.exchange.pix_fields import read_strict_date
from pixtui.exchange.problems import (
    MOST_CANDIDATES,
    ImportedCandidate,
    ImportedList,
    Problem,
    ordered,
    problem,
    shown,
)
from pixtui.exchange.uniqueness import within

FORMAT = "siecle-xml"
SCHOOL_YEAR_BEGINS = 8
"""August."""

_UAI = re.compile(r"\b[0-9]{7}[A-Za-z]\b")
Pupil = Mapping[str, str]


def uai_in(text: str | None) -> str | None:
    """The UAI that a centre's name or code holds (``0750001A``), None where there is none."""
    found = _UAI.search(text or "")
    return found[0].upper() if found else None


def parse(
    told: Mapping[str, Any],
    today: dt.date,
    *,
    class_name: str | None = None,
    uai: str | None = None,
) -> ImportedList:
    """The pupils in the child's answer: of one class where one is named, of a known school."""
    problems = _about_the_file(told, today, uai)
    present = [(row, one) for row, one in enumerate(told["pupils"], 1) if not _left(one)]
    classes = _classes(told["structures"])
    placed = [
        (row, one, _the_class(row, one, classes[_id(one)], class_name, problems))
        for row, one in present
        if _id(one) in classes
    ]
    if class_name is not None:
        known = sorted({name for _, _, name in placed})
        placed = [one for one in placed if fold(one[2]) == fold(class_name)]
        if known and not placed:
            problems.append(problem("class_not_found", class_name=class_name, classes=known))
    left_out = len(told["pupils"]) - len(present), len(present) - len(_with_class(present, classes))
    if any(left_out):
        problems.append(problem("pupils_left_out", gone=left_out[0], unplaced=left_out[1]))
    problems += _repeated_ids(present)
    candidates: list[ImportedCandidate] = []
    if len(placed) > MOST_CANDIDATES:
        problems.append(problem("too_many_candidates", most=MOST_CANDIDATES))
    else:
        candidates = _candidates(placed, problems, today)
    if not placed and not any(one.severity == "error" for one in problems):
        problems.append(problem("CSV_DATA_REQUIRED"))
    return ImportedList(
        format=FORMAT,
        rows=len(placed),
        candidates=tuple(candidates),
        problems=ordered(problems),
        dropped_columns=tuple(told["dropped"]),
        encoding=told["encoding"],
    )


def _about_the_file(told: Mapping[str, Any], today: dt.date, uai: str | None) -> list[Problem]:
    problems: list[Problem] = []
    head = told["head"]
    if head is None or not head.get("UAJ", "").strip():
        problems.append(problem("xml_shape", element="UAJ"))
    elif uai is not None and head["UAJ"].strip().upper() != uai:
        problems.append(problem("other_school", found=head["UAJ"].strip(), uai=uai))
    year = (head or {}).get("ANNEE_SCOLAIRE", "").strip()
    now = today.year if today.month >= SCHOOL_YEAR_BEGINS else today.year - 1
    if year and year != str(now):
        problems.append(problem("other_school_year", year=year, now=f"{now}-{now + 1}"))
    if told["lied"]:
        names = [one.get("PRENOM", "") for one in told["pupils"]]
        words = [name for name in names if not name.isascii()]
        problems.append(problem("mojibake_repaired", words=words or ["…"]))
    if told.get("others"):
        problems.append(problem("other_lists", chosen=told["chosen"], others=told["others"]))
    return problems


def _repeated_ids(present: Iterable[tuple[int, Pupil]]) -> list[Problem]:
    """The national identifiers that two pupils of the school share, whatever their class."""
    first: dict[str, int] = {}
    said = []
    for row, pupil in present:
        ine = clean_identity(pupil.get("ID_NATIONAL", ""))
        if ine and first.setdefault(ine, row) != row:
            said.append(problem("id_duplicated", row, "ID_NATIONAL", id=ine, first_row=first[ine]))
    return said


def _id(pupil: Pupil) -> str:
    return pupil["ELEVE_ID"]


def _left(pupil: Pupil) -> bool:
    return bool(pupil.get("DATE_SORTIE", "").strip())


def _with_class(present: Iterable[tuple[int, Pupil]], classes: Mapping[str, object]) -> list[Pupil]:
    return [one for _, one in present if _id(one) in classes]


def _the_class(
    row: int,
    pupil: Pupil,
    codes: tuple[str, ...],
    wanted: str | None,
    problems: list[Problem],
) -> str:
    """A pupil's class: the one asked for among several, else the first, and that is said."""
    asked = [code for code in codes if wanted is not None and fold(code) == fold(wanted)]
    if len(codes) > 1 and (asked or wanted is None):
        name = f"{pupil.get('NOM_DE_FAMILLE', '')} {pupil.get('PRENOM', '')}".strip()
        taken = (asked or [codes[0]])[0]
        problems.append(
            problem("two_classes", row, "CODE_STRUCTURE", name=name, classes=codes, taken=taken)
        )
    return (asked or [codes[0]])[0]


def _classes(structures: Mapping[str, Sequence[Mapping[str, str]]]) -> dict[str, tuple[str, ...]]:
    """Pupil to the codes of their classes, one as a rule; groups are none."""
    found: dict[str, tuple[str, ...]] = {}
    for pupil, listed in structures.items():
        codes = (
            clean_identity(one.get("CODE_STRUCTURE", ""))
            for one in listed
            if one.get("TYPE_STRUCTURE", "").strip() == "D"
        )
        classes = tuple(dict.fromkeys(code for code in codes if code))
        if classes:
            found[pupil] = classes
    return found


def _candidates(
    placed: Iterable[tuple[int, Pupil, str]], problems: list[Problem], today: dt.date
) -> list[ImportedCandidate]:
    read = [_candidate(row, pupil, code, problems, today) for row, pupil, code in placed]
    candidates = [one for one in read if one is not None]
    problems += within(candidates)
    return without_faults(candidates, problems)


def _candidate(
    row: int, pupil: Pupil, code: str, problems: list[Problem], today: dt.date
) -> ImportedCandidate | None:
    wanted = ("NOM_DE_FAMILLE", "PRENOM", "DATE_NAISS", "ID_NATIONAL")
    at = {name: Cell(pupil.get(name, ""), row, name) for name in wanted}
    at["CODE_STRUCTURE"] = Cell(code, row, "CODE_STRUCTURE")
    last_name = fields.read_name(at["NOM_DE_FAMILLE"], "CANDIDATE_LAST_NAME_REQUIRED")
    first_name = fields.read_name(at["PRENOM"], "CANDIDATE_FIRST_NAME_REQUIRED")
    birthdate = read_strict_date(at["DATE_NAISS"], today)
    external_id = fields.read_label(at["ID_NATIONAL"])
    if not at["ID_NATIONAL"].text.strip():
        at["ID_NATIONAL"].note("ine_missing")
    class_name = fields.read_label(at["CODE_STRUCTURE"])
    # The rank of a pupil in the XML is no line that anybody could look up.
    who = shown(f"{at['NOM_DE_FAMILLE'].text} {at['PRENOM'].text}".strip())
    problems += [changed(one, who=who) for cell in at.values() for one in cell.problems]
    if last_name is None or first_name is None or birthdate is None:
        return None
    return ImportedCandidate(
        row=row,
        last_name=last_name,
        first_name=first_name,
        birthdate=birthdate,
        external_id=external_id,
        class_name=class_name,
    )
