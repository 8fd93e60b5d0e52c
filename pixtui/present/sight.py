"""What one sees, about whom, at one moment: what a guided incident is made from."""

import datetime as dt

from attrs import frozen

from pixtui.domain.derive import candidate_state
from pixtui.domain.session import Candidate, State
from pixtui.domain.text import visible
from pixtui.present.field import Field, yes_no
from pixtui.rules.rulebook import Rulebook
from pixtui.wording.catalogue import Words
from pixtui.wording.when import hour

CODE_ONLY = "code:"
"""How a sight begins that is a report code without a situation."""


@frozen(kw_only=True)
class Sight:
    """One sight about one candidate, some or the room, at one moment."""

    state: State
    words: Words
    book: Rulebook
    now: dt.datetime
    sight: str
    """A situation's id, or ``code:`` and a report code."""
    candidate: str | None = None
    marked: tuple[str, ...] = ()
    """The rows marked in the grid, where some only are concerned."""
    note: str = ""
    """What is typed already, where another form comes in the place of a first."""
    reason: str = ""
    """Why a test that ends by it was not finished: asked before the form."""

    # --- what it is about

    @property
    def situation(self) -> str:
        """The situation; empty where only a code was picked."""
        return "" if self.sight.startswith(CODE_ONLY) else self.sight

    @property
    def code(self) -> str:
        """The report code; empty where Pix has none for it."""
        rule = self.state.rules.situation(self.situation) if self.situation else None
        if rule is not None:
            return rule.code or ""
        return self.sight.removeprefix(CODE_ONLY) if not self.situation else ""

    @property
    def one(self) -> Candidate | None:
        """The candidate."""
        return self.state.candidates.get(self.candidate or "")

    @property
    def standing(self) -> str:
        """Where the candidate stands; empty for the room."""
        return candidate_state(self.state, self.one) if self.one else ""

    @property
    def title(self) -> str:
        """What is seen, behind its code, and about whom."""
        language = self.words.language
        seen = (
            self.book.situation_title(self.situation, language)
            if self.situation
            else self.book.code_label(self.code, language)
        )
        who = f" · {name_of(self.one)}" if self.one else ""
        return f"{self.code} {seen}".strip() + who

    def yes_no(self, name: str, msgid: str, *, said: bool) -> Field:
        """A question answered by yes or no."""
        return yes_no(self.words, name, msgid, said=said)

    def hour(self, at: dt.datetime) -> str:
        """A time of day as it is typed."""
        return hour(self.state, at)


def name_of(one: Candidate) -> str:
    """A candidate's name as it is shown."""
    return visible(f"{one.last_name} {one.first_name}")
