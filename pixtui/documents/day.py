"""What the papers of a centre are made from: the rooms of one day in numbers.

There is no name, no extra time and no code in it: a paper made from it cannot show any.
"""

import datetime as dt
from collections.abc import Iterator, Mapping

from attrs import frozen

from pixtui.documents.matter import Subject, listed
from pixtui.domain.derive import STATES, Phase
from pixtui.domain.tally import NO_CODE, Tally
from pixtui.wording.catalogue import N_
from pixtui.wording.fiction import said_mark
from pixtui.wording.findings import HOLE_NAMES
from pixtui.wording.labels import PHASES, state_label
from pixtui.wording.times import long_date

REASON_NAMES: Mapping[str, str] = {
    "candidate": N_("candidate"),
    "technical": N_("technical"),
    NO_CODE: N_("no reason yet"),
}
"""Why tests are not finished."""


@frozen(kw_only=True)
class RoomDay:
    """One room's day."""

    room: str
    site: str
    number: int | None
    announced: dt.time
    zone: dt.tzinfo
    phase: Phase
    mark: str
    """The word that says it is an exercise; empty for one that counts."""
    counted: bool
    """Whether it is in the totals."""
    tally: Tally
    sealed: dt.datetime | None
    pix_finalised: dt.datetime | None
    head: str | None
    """The head of the record, once it is sealed."""

    def hour(self, at: dt.datetime | None) -> str:
        """A time of day in the room; empty where there is none."""
        return at.astimezone(self.zone).strftime("%H:%M") if at else ""


@frozen(kw_only=True)
class Day(Subject):
    """The rooms of one day."""

    date: dt.date
    rooms: tuple[RoomDay, ...]
    unread: tuple[str, ...]
    """Why each file that is no room of this day could not be read, in a sentence."""
    newest: dt.datetime | None = None
    """When the newest entry of all rooms was written."""

    # --- what the head and the foot say

    @property
    def letterhead(self) -> str:
        """The sites of the rooms, where the rules do not name the centre."""
        return listed(dict.fromkeys(one.site for one in self.rooms))

    @property
    def session_line(self) -> str:
        """The day, and how many rooms are counted."""
        counted = sum(one.counted for one in self.rooms)
        rooms = self.words.plural("{n} room", "{n} rooms", counted)
        return listed((long_date(self.words, self.date), rooms))

    @property
    def number(self) -> str:
        """The day, as the foot says it."""
        return self.date.isoformat()

    @property
    def mark(self) -> str:
        """Whether all that is counted is an exercise."""
        marks = {one.mark for one in self.rooms if one.counted}
        if marks == {said_mark(self.words, fictional=True, rehearsal=True)}:
            return self.text(N_("REHEARSAL: of no value"))
        return self.text(N_("FICTIONAL: of no value")) if marks and all(marks) else ""

    @property
    def made_at(self) -> dt.datetime:
        """When the newest entry was written."""
        return self.newest or self.now

    # --- in words

    def total(self, state: str) -> int:
        """How many candidates of the rooms that are counted are in a state, or in all."""
        return sum(one.tally.counters[state] for one in self.rooms if one.counted)

    def counters(self) -> Iterator[str]:
        """The total and each state there is, of the rooms that are counted."""
        total = self.total("total")
        yield self.words.plural("{n} candidate", "{n} candidates", total)
        for one in STATES:
            if self.total(one):
                yield f"{state_label(self.words, one)} : {self.total(one)}"

    def unfinished(self, counts: Mapping[str, int]) -> str:
        """Tests not finished, by the reason given."""
        names = {reason: self.text(name) for reason, name in REASON_NAMES.items()}
        return self._counted(counts, names)

    def incidents(self, counts: Mapping[str, int]) -> str:
        """Incidents by their codes."""
        return self._counted(counts, {NO_CODE: self.text(N_("without code"))})

    def left_open(self, counts: Mapping[str, int]) -> str:
        """What was sealed although missing."""
        return self._counted(
            counts, {code: self.text(HOLE_NAMES.get(code, code)) for code in counts}
        )

    def standing(self, one: RoomDay) -> str:
        """Where a room is in its day, and whether it counts."""
        mark = "" if self.mark else one.mark
        return listed((mark, self.words.text(PHASES[one.phase])))

    def _counted(self, counts: Mapping[str, int], names: Mapping[str, str]) -> str:
        return ", ".join(f"{names.get(one, one)} × {counts[one]}" for one in sorted(counts))
