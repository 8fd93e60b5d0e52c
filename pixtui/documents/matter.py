"""What a paper is made from: the session at one moment, its words, its rules, the centre.

A paper that circulates is made from a session without extra times and codes (promise 7 of the
design): it cannot print what it does not have.
"""

import datetime as dt
import re
import unicodedata
from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator

from attrs import evolve as changed
from attrs import frozen

from pixtui.documents.errors import PaperError
from pixtui.documents.typeface import printable, unprintable
from pixtui.domain.secrets import MASK
from pixtui.domain.session import Candidate, Codes, Details, State
from pixtui.domain.text import sort_key, visible
from pixtui.rules.rulebook import CentreIdentity, Page, Rulebook
from pixtui.wording.catalogue import N_, Words
from pixtui.wording.fiction import paper_mark
from pixtui.wording.times import long_date
from pixtui.wording.when import hour

_RUNS = re.compile(r"\d+|\D+")


@frozen(kw_only=True)
class Subject(ABC):
    """What a paper is about, as far as its head, its foot and its words go."""

    words: Words
    """In the language of the paper."""
    book: Rulebook
    now: dt.datetime
    secrets: tuple[str, ...] = ()
    """The codes of the day, to be masked wherever someone wrote them down."""

    @property
    @abstractmethod
    def letterhead(self) -> str:
        """Who the centre is, where its rules do not say."""

    @property
    @abstractmethod
    def session_line(self) -> str:
        """What it is about, on one line below the title."""

    @property
    @abstractmethod
    def number(self) -> str:
        """What it is about, in two words at the foot of the page."""

    @property
    @abstractmethod
    def mark(self) -> str:
        """What is framed at the top of each page of an exercise; empty for what counts."""

    @property
    @abstractmethod
    def made_at(self) -> dt.datetime:
        """The instant that it says of itself: the same for the same content."""

    @property
    def centre(self) -> CentreIdentity:
        """Who the centre is."""
        return self.book.centre

    # --- words

    @property
    def language(self) -> str:
        """The language of the papers."""
        return self.words.language

    def free(self, text: str) -> str:
        """Free text as it prints: nothing is dropped, the codes of the day are masked.

        What cannot be printed is told by its code point.
        """
        for secret in self.secrets:
            text = text.replace(secret, MASK)
        return printable(visible(text, lines=True))

    def text(self, msgid: str) -> str:
        """A sentence of the program."""
        return self.words.text(msgid)

    def say(self, msgid: str, **params: object) -> str:
        """A sentence of the program with its parts filled in."""
        return self.words.say(msgid, **params)


@frozen(kw_only=True)
class Matter(Subject):
    """All that the papers of one session are made from; its words are in the session's language."""

    state: State
    head: str | None = None
    """The hash that names the history, the seal's once there is one."""

    def without_codes(self) -> "Matter":
        """The same without the codes, which no paper shows."""
        codes = self.state.codes
        known = tuple(filter(None, (codes.access_code, codes.invigilator_password)))
        return changed(self, state=changed(self.state, codes=Codes()), secrets=known)

    def for_circulation(self) -> "Matter":
        """The same without what a circulating paper must not show."""
        people = {key: changed(one, extra_time=None) for key, one in self.state.candidates.items()}
        own = self.without_codes()
        return changed(own, state=changed(own.state, candidates=people))

    # --- what its papers say

    def passages(self, paper: str) -> list[tuple[str, list[str]]]:
        """What the rules have this paper say: titles (or empty texts) and lines."""
        return [
            (self.filled(one.title(self.language)), self.lines(one))
            for one in self.book.passages(paper)
        ]

    def lines(self, page: Page) -> list[str]:
        """The lines of a passage, the session's own filled in."""
        return [self.filled(line) for line in page.lines(self.language)]

    def filled(self, template: str) -> str:
        """A text of the rules with the session's own in it; other braces stay as they are."""
        details = self.details
        known = {
            "site": details.site,
            "room": details.room,
            "date": long_date(self.words, details.date),
            "time": details.time.strftime("%H:%M"),
            "call": self.call,
            "minutes": str(details.duration),
            "retention": long_date(self.words, details.retention_until),
        }
        for name, value in known.items():
            template = template.replace("{" + name + "}", value)
        return self.free(template)

    # --- the session

    @property
    def details(self) -> Details:
        """Where, when, by whom."""
        return self.state.session

    @property
    def letterhead(self) -> str:
        """Who the centre is, as the session says."""
        return self.details.centre or self.details.site

    @property
    def mark(self) -> str:
        """Whether the session is an exercise, a rehearsal, or counts."""
        return paper_mark(self.details, self.words)

    @property
    def made_at(self) -> dt.datetime:
        """When the newest entry was written."""
        history = self.state.history
        return history[-1].recorded if len(history) else self.now

    @property
    def call(self) -> str:
        """The time at which candidates are called, as 08:40; the start where none is set."""
        return (self.details.convocation_time or self.details.time).strftime("%H:%M")

    @property
    def session_line(self) -> str:
        """Day, time, place and number on one line."""
        details = self.details
        parts = [
            long_date(self.words, details.date),
            details.time.strftime("%H:%M"),
            details.site,
            self.say(N_("room {room}"), room=details.room),
            self.number,
        ]
        return self.free(" · ".join(one for one in parts if one))

    @property
    def number(self) -> str:
        """The session's number in words; room to write it while Pix has given none."""
        return self.say(N_("session {number}"), number=self.details.number or "." * 14)

    def hour(self, at: dt.datetime | None) -> str:
        """A time of day in the session's zone; empty where there is none."""
        return hour(self.state, at) if at else ""

    # --- the candidates

    def unprintable(self) -> Iterator[PaperError]:
        """Everyone of whom something cannot be printed, once each, by name."""
        return not_printed(self.people())

    def people(self) -> list[Candidate]:
        """Everyone, by last then first name as Pix sorts them (case-insensitive)."""
        return sorted(self.state.candidates.values(), key=by_name)

    def seated(self) -> list[Candidate]:
        """Everyone by seat, those without one last, by name."""
        return sorted(self.people(), key=lambda one: seat_key(one.seat))


def by_name(one: Candidate) -> tuple[str, str, tuple[str, str], tuple[str, str], str]:
    """Where someone stands in an alphabetical list: letters, then the exact writing."""
    last, first = sort_key(one.last_name), sort_key(one.first_name)
    return last[0], first[0], last, first, one.id


def seat_key(seat: str | None) -> tuple[bool, list[tuple[bool, int, str]]]:
    """Where a seat stands among the others: 2 before 10, A2 before B1, none last."""
    parts = [
        (False, int(run), "") if run.isdecimal() else (True, 0, run.casefold())
        for run in _RUNS.findall(seat or "")
    ]
    return seat is None, parts


def name(one: Candidate) -> str:
    """Last and first name as they print; raises PaperError where they cannot."""
    return f"{own(one, one.last_name)} {own(one, one.first_name)}"


IDENTITY = ("last_name", "first_name", "class_name", "external_id", "seat")
"""The fields of a candidate that stand on papers."""


def not_printed(people: Iterable[Candidate]) -> Iterator[PaperError]:
    """Those of whom something cannot be printed, once each: their papers cannot be made."""
    for one in people:
        try:
            own(one, "".join(getattr(one, field) or "" for field in IDENTITY))
        except PaperError as error:
            yield error


def own(one: Candidate, text: str | None) -> str:
    """A field of a candidate as it prints; raises PaperError that names them where it cannot."""
    composed = unicodedata.normalize("NFC", text or "")
    wrong = unprintable(composed)
    if wrong is not None:
        raise PaperError(
            "unprintable",
            {
                "name": visible(f"{one.last_name} {one.first_name}"),
                "candidate": one.id,
                "character": visible(wrong),
                "code": f"U+{ord(wrong):04X}",
            },
        )
    return composed


def listed(texts: Iterable[str]) -> str:
    """Texts on one line, the empty ones left out."""
    return " · ".join(one for one in texts if one)
