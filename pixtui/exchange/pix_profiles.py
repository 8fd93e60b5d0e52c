"""The export of a profile collection of Pix Orga: who is certifiable (domain notes §3.4).

There is no birth date in it: a profile is found by the names as Pix compares them, and the class
where both say one. Certifiable is reckoned again from the levels of the 16 competences.
"""

import datetime as dt
import re
from collections.abc import Mapping

from attrs import field, frozen

from pixtui.domain.certifiability import COMPETENCES, NEEDED, reached
from pixtui.domain.dates import parse_date
from pixtui.domain.text import fold
from pixtui.exchange import fields
from pixtui.exchange.columns import Vocabulary, header_words
from pixtui.exchange.fields import Cell
from pixtui.exchange.headed import read_headed
from pixtui.exchange.listing import Cells, cells_of, shape_problems
from pixtui.exchange.problems import Imported, ordered

FORMAT = "pix-profiles-csv"
MOST_PROFILES = 20_000
"""A collection is of a school or more, not of one session."""
LEVEL, PIX = "level:", "pix:"
"""What the names of the columns of the competences begin with; the number follows."""

_LEVEL_HEADER = "Niveau pour la compétence {}"
_PIX_HEADER = "Nombre de pix pour la compétence {}"
_SENT_AT = re.compile(r"([0-9]{2}/[0-9]{2}/[0-9]{4})(?: [0-9]{2}:[0-9]{2}(?::[0-9]{2})?)?")
_PROTECTED = re.compile(r"'[-@=+]")
"""An apostrophe put before what a spreadsheet would compute."""
_NUMBER = re.compile(r"[0-9]{1,4}")

VOCABULARY = Vocabulary(
    {
        "last_name": "nom du participant",
        "first_name": "prenom du participant",
        "class_name": "classe, groupe",
        "external_id": "numero etudiant",
        "sent": "envoi",
        "sent_at": "date et heure de l envoi, date de l envoi",
        "certifiable": "certifiable",
        "count": "nombre de competences certifiables",
        **{
            prefix + number: header_words(header.format(name))
            for number, name in COMPETENCES.items()
            for prefix, header in ((LEVEL, _LEVEL_HEADER), (PIX, _PIX_HEADER))
        },
    },
    {
        "last_name": "Nom du Participant",
        "first_name": "Prénom du Participant",
        "sent": "Envoi (O/N)",
        "sent_at": "Date et heure de l'envoi (Europe/Paris)",
        "certifiable": "Certifiable (O/N)",
        **{LEVEL + number: _LEVEL_HEADER.format(name) for number, name in COMPETENCES.items()},
    },
)


@frozen(kw_only=True)
class Profile:
    """What one participant sent."""

    row: int
    last_name: str
    first_name: str
    sent: str
    """``YYYY-MM-DD HH:MM``, to find the latest."""
    as_of: dt.date
    levels: tuple[int, ...]
    pix: tuple[int, ...]
    class_name: str | None = None
    external_id: str | None = None

    @property
    def certifiable(self) -> bool:
        """Reckoned from the levels."""
        return reached(self.levels) >= NEEDED


@frozen
class Unsent:
    """A participant who has not sent a profile."""

    row: int
    last_name: str
    first_name: str


@frozen(kw_only=True)
class ImportedProfiles(Imported):
    """The profiles of a file; rows with an error are not among them."""

    profiles: tuple[Profile, ...] = ()
    unsent: tuple[Unsent, ...] = ()
    names: Mapping[int, tuple[str, str]] = field(factory=dict)
    """Row to the last and the first name in it, rows with an error too."""


def parse(data: bytes, today: dt.date) -> ImportedProfiles:
    """The profiles that were sent and everything that is wrong; never raises.

    ``today`` is the date in the room: nothing was sent after it.
    """
    file = read_headed(data, VOCABULARY, most=MOST_PROFILES, too_many="too_many_profiles")
    table, columns, listed = file.table, file.columns, file.rows
    problems = list(file.problems)
    profiles: list[Profile] = []
    unsent: list[Unsent] = []
    names: dict[int, tuple[str, str]] = {}
    classes: dict[int, str] = {}
    if columns is not None:
        for number, cells in listed:
            wrong = shape_problems(columns, number, cells)
            at = {} if wrong else cells_of(columns, number, [_bare(one) for one in cells])
            read = _profile(number, at, today) if at else None
            problems += [*wrong, *(one for cell in at.values() for one in cell.problems)]
            if at:
                names[number] = (at["last_name"].text, at["first_name"].text)
            if "class_name" in at:
                classes[number] = at["class_name"].text
            if isinstance(read, Profile):
                profiles.append(read)
            elif isinstance(read, Unsent):
                unsent.append(read)
    faulty = {one.row for one in problems if one.severity == "error"}
    return ImportedProfiles(
        format=FORMAT,
        rows=len(listed),
        problems=ordered(problems),
        profiles=tuple(one for one in profiles if one.row not in faulty),
        unsent=tuple(unsent),
        names=names,
        classes=classes,
        dropped_columns=columns.dropped(cells for _, cells in listed) if columns else (),
        encoding=table.encoding,
        delimiter=table.delimiter,
    )


def _bare(cell: str) -> str:
    return cell[1:] if _PROTECTED.match(cell) else cell


def _profile(number: int, at: Cells, today: dt.date) -> Profile | Unsent | None:
    last_name = fields.read_name(at["last_name"], "CANDIDATE_LAST_NAME_REQUIRED")
    first_name = fields.read_name(at["first_name"], "CANDIDATE_FIRST_NAME_REQUIRED")
    sent = _yes_no(at["sent"])
    if last_name is None or first_name is None or sent is None:
        return None
    if not sent:
        return Unsent(number, last_name, first_name)
    as_of, moment = _sent_at(at["sent_at"], today)
    levels = _numbers(at, LEVEL)
    pix = _numbers(at, PIX)
    said = _yes_no(at["certifiable"])
    if as_of is None or len(levels) < len(COMPETENCES):
        return None
    profile = Profile(
        row=number,
        last_name=last_name,
        first_name=first_name,
        sent=moment,
        as_of=as_of,
        levels=levels,
        pix=pix if len(pix) == len(levels) else tuple(8 * level for level in levels),
        class_name=fields.read_label(at["class_name"]) if "class_name" in at else None,
        external_id=fields.read_label(at["external_id"]) if "external_id" in at else None,
    )
    _compare(at, profile, said)
    return profile


def _compare(at: Cells, profile: Profile, said: bool | None) -> None:
    """Say where the columns are not what the levels make."""
    count = at.get("count")
    counted = count is None or count.text.strip() == str(reached(profile.levels))
    if said is not None and (said != profile.certifiable or not counted):
        name = f"{profile.last_name} {profile.first_name}"
        at["certifiable"].note(
            "certifiable_disagrees", name=name, competences=reached(profile.levels)
        )


def _yes_no(cell: Cell) -> bool | None:
    answers = {"oui": True, "o": True, "non": False, "n": False}
    answer = answers.get(fold(cell.text.strip()))
    if answer is None:
        cell.note("yes_or_no")
    return answer


def _sent_at(cell: Cell, today: dt.date) -> tuple[dt.date | None, str]:
    text = cell.text.strip()
    found = _SENT_AT.fullmatch(text)
    day = parse_date(found[1] if found else text)
    if day is None:
        cell.note("profile_date_not_valid")
        return None, ""
    if day > today:
        cell.note("profile_date_in_future")
        return None, ""
    return day, f"{day.isoformat()} {text[11:] if found else ''}"


def _numbers(at: Cells, prefix: str) -> tuple[int, ...]:
    found = []
    for number in COMPETENCES:
        cell = at.get(prefix + number)
        if cell is None:
            continue
        if _NUMBER.fullmatch(cell.text.strip()):
            found.append(int(cell.text.strip()))
        else:
            cell.note("profile_level_not_valid" if prefix == LEVEL else "profile_pix_not_valid")
    return tuple(found)
