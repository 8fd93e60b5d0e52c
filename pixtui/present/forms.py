"""The short forms that every face asks: their fields, filled in as far as they can be."""

import datetime as dt
from pathlib import Path

from pixtui.domain.session import Candidate
from pixtui.present.field import Field, yes_no
from pixtui.wording.catalogue import N_, Words


def turn_away_fields(words: Words) -> list[Field]:
    """Why someone may not take the test, and who decided."""
    text = words.text
    return [
        Field(name="reason", label=text(N_("reason")), needed=True),
        Field(name="decided_by", label=text(N_("decided by")), hint=text(N_("never alone"))),
    ]


def workstation_fields(one: Candidate, words: Words) -> list[Field]:
    """To which machine someone moves."""
    text = words.text
    return [
        Field(name="origin", label=text(N_("old workstation")), value=one.workstation or ""),
        Field(name="to", label=text(N_("new workstation")), needed=True),
    ]


def hand_over_fields(words: Words) -> list[Field]:
    """Who takes the keyboard, and what they must know."""
    text = words.text
    return [
        Field(name="to", label=text(N_("who comes")), needed=True),
        Field(name="brief", label=text(N_("what they must know"))),
    ]


def copy_field(session: Path, words: Words) -> Field:
    """Where a copy of a session goes."""
    name = f"{session.stem}-{words.text(N_('copy'))}.json"
    value = str(Path.home() / name)
    return Field(name="path", label=words.text(N_("file")), value=value, needed=True)


def summary_field(date: dt.date, words: Words) -> Field:
    """Where the summary of a day goes: the home of who looks on, never among the sessions."""
    name = f"{words.text(N_('centre'))}-{date.isoformat()}.pdf"
    value = str(Path.home() / name)
    return Field(name="path", label=words.text(N_("file")), value=value, needed=True)


def file_fields(words: Words) -> list[Field]:
    """Which file is brought in, and which class of it."""
    text = words.text
    return [
        Field(name="path", label=text(N_("file")), needed=True, hint="~/liste.ods"),
        Field(name="class_name", label=text(N_("class")), hint=text(N_("all, or one as 3A"))),
    ]


def seats_fields(words: Words) -> list[Field]:
    """From which seat on people are seated, and whether those seated stay."""
    first = words.text(N_("first seat"))
    return [
        Field(name="first", label=first, value="1", needed=True, hint="1, A01"),
        yes_no(words, "keep", N_("keep the seats given?"), said=True),
    ]
