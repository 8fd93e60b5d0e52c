"""A session as one of Pix's own files, and what Pix would say of it."""

import datetime as dt

from attrs import frozen

from pixtui.domain.session import State
from pixtui.exchange.pix_candidates_out import write_candidates
from pixtui.exchange.pix_rows import without_billing
from pixtui.exchange.pix_sessions_out import write_sessions
from pixtui.exchange.problems import Problem
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
    return PixFile(data, tuple(one for one in found.problems if one.severity == "error"))
