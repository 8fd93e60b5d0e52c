"""Undoing an entry, whole or for one of those it is about."""

from pixtui.domain import commands as c
from pixtui.domain.history import Event, effective, last_by
from pixtui.present.short import short_name
from pixtui.present.undoing import (
    EVERYBODY,
    people_of,
    undo_choices,
    undo_question,
    undone_for,
)
from pixtui.present.width import cut
from pixtui.tui.dialogs.choice import Choice
from pixtui.tui.screens.asking import AskingScreen
from pixtui.wording.history import history_lines
from pixtui.wording.labels import ACTS, label
from pixtui.wording.when import hour

ABOUT_CELLS = 4 * 72
"""Cells of what is told of an entry: its question and its answers must stay in sight."""
NAMES = 6
"""Names told before the rest is counted, where an entry is about many."""


class UndoingScreen(AskingScreen):
    """A screen of a session from which an entry can be undone."""

    def ask_undo(self, event: Event, candidate: str | None = None, about: str = "") -> None:
        """Undo an entry after a second yes; one about several people, for whom of them.

        ``about`` tells the entry where the hour and the act alone do not.
        """
        context, people = self.context, people_of(event)
        what = label(ACTS, event.type, context.words)
        when = hour(context.state, event.at)
        if len(people) > 1:
            self._ask_for_whom(event, candidate, f"{when} · {what} · {self._names(people)}")
            return
        about = cut(f"{when} · {about or what}", ABOUT_CELLS)
        question = undo_question(context.state, event, candidate, context.words)
        undo = c.Undo(seq=event.seq)
        self.confirm(question, context.text("Yes, undo"), lambda: self.ask(undo), about=about)

    def do_undo_mine(self) -> None:
        """Undo what the one at the keyboard declared last, whatever it is about."""
        history = self.context.state.history
        event = last_by(history, self.context.desk.by)
        if event is None:
            self.say(self.context.text("You have declared nothing yet that could be undone."))
            return
        lines = history_lines(self.context.state, self.context.words, self.context.rulebook)
        self.ask_undo(event, about=lines[event.seq - 1].what)

    def _ask_for_whom(self, event: Event, candidate: str | None, about: str) -> None:
        context = self.context
        title, listed = undo_choices(context.state, event, candidate, context.words)

        def chosen(whom: str | None) -> None:
            act = undone_for(event, whom)
            if isinstance(act, c.Correct):
                self.tell(context.submit(act, event.at))
            elif act is not None:
                self.ask(act)

        dangerous = frozenset((EVERYBODY,))
        dialog = Choice(context, title, listed, about=about, dangerous=dangerous)
        self.app.push_screen(dialog, chosen)

    def _names(self, people: tuple[str, ...]) -> str:
        known = [one for one in people if one in self.context.state.candidates]
        told = ", ".join(short_name(self.name_of(one)) for one in known[:NAMES])
        more = len(people) - NAMES
        rest = self.context.words.plural("and {n} more.", "and {n} more.", more)
        return f"{told} {rest}" if more > 0 else told

    def holding(self, seq: int) -> Event | None:
        """An entry as it holds, corrected; None where it holds no more."""
        history = self.context.state.history
        return next((one for one in effective(history) if one.seq == seq), None)
