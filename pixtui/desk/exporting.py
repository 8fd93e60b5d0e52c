"""A session as one of Pix's own files, and what Pix would say of it."""

import datetime as dt
from collections.abc import Sequence

from attrs import evolve as changed
from attrs import frozen

from pixtui.domain.session import Candidate, State
from pixtui.exchange.pix_candidates_out import HEADER_ROW, write_candidates
from pixtui.exchange.pix_rows import without_billing
from pixtui.exchange.pix_sessions_out import write_sessions
from pixtui.exchange.problems import Problem, shown
from pixtui.exchange.reading import About, read

PIX_FORMATS = ("pix-candidates-ods", "pix-sessions-csv")


@frozen
class PixFile:
    """A file for Pix."""

    data: bytes
    refused: tuple[Problem, ...]
    """What Pix would refuse in it: it is read back as Pix would read it."""


def pix_file(state: State, form: str, now: dt.datetime, *, sco: bool | None = None) -> PixFile:
    """The file; raises Dangerous. ``sco`` leaves billing out, by default where nobody has any."""
    people = tuple(state.candidates.values())
    bare = without_billing(people) if sco is None else sco
    write = write_candidates if form == "pix-candidates-ods" else write_sessions
    data = write(state.session, people, sco=bare)
    found = read(data, About(today=now.date()), form)
    head = HEADER_ROW if form == "pix-candidates-ods" else 1
    errors = (one for one in found.problems if one.severity == "error")
    return PixFile(data, tuple(_named(one, people, head) for one in errors))


def _named(one: Problem, people: Sequence[Candidate], head: int) -> Problem:
    """A problem of a row with the name of whom it is about: rows follow the candidates."""
    place = -1 if one.row is None else one.row - head - 1
    if not 0 <= place < len(people):
        return one
    return changed(one, who=shown(f"{people[place].last_name} {people[place].first_name}"))
