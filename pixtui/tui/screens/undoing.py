"""Undoing an entry, whole or for one of those it is about."""

from pixtui.domain import commands as c
from pixtui.domain.history import Event, effective, without
from pixtui.present.short import short_name
from pixtui.present.width import cut
from pixtui.tui.dialogs.choice import Choice
from pixtui.tui.screens.asking import AskingScreen
from pixtui.wording.labels import ACTS, label
from pixtui.wording.when import hour

ABOUT_CELLS = 4 * 72
"""Cells of what is told of an entry: its question and its answers must stay in sight."""
ANSWER_CELLS = 40
"""Cells of a name in an answer."""
NAMES = 6
"""Names told before the rest is counted, where an entry is about many."""


class UndoingScreen(AskingScreen):
    """A screen of a session from which an entry can be undone."""

    def ask_undo(self, event: Event, candidate: str | None = None, about: str = "") -> None:
        """Undo an entry after a second yes; one about several people, for whom of them.

        ``about`` tells the entry where the hour and the act alone do not.
        """
        text, act = self.context.text, event.act
        what = label(ACTS, event.type, self.context.words)
        people = act.candidates if isinstance(act, c.OnCandidates) else ()
        when = hour(self.context.state, event.at)
        if len(people) > 1:
            told = f"{when} · {what} · {self._names(people)}"
            self._ask_for_whom(event, people, candidate, told)
            return
        about = cut(f"{when} · {about or what}", ABOUT_CELLS)
        question = text("Undo entry {seq}?", seq=event.seq)
        of_room = isinstance(act, (c.InterruptRoom, c.ResumeRoom))
        if of_room:
            question = text("The room: undo “{what}”?", what=what)
        elif candidate is not None or people:
            name = self.name_of(candidate or people[0])
            question = text("{name}: undo “{what}”?", name=name, what=what)
        undo = c.Undo(seq=event.seq)
        self.confirm(question, text("Yes, undo"), lambda: self.ask(undo), about=about)

    def _ask_for_whom(
        self, event: Event, people: tuple[str, ...], candidate: str | None, about: str
    ) -> None:
        text, count = self.context.text, len(people)
        what = label(ACTS, event.type, self.context.words)
        ordered = sorted(people, key=lambda one: one != candidate)
        listed = [("no", text("No, go back"))]
        listed += [
            (one, text("Undo for {name} only", name=short_name(self.name_of(one), ANSWER_CELLS)))
            for one in ordered
            if one in self.context.state.candidates
        ]
        listed.append(("all", text("Undo for all {n}", n=count)))

        def chosen(whom: str | None) -> None:
            if whom == "all":
                self.ask(c.Undo(seq=event.seq))
            elif whom is not None and whom != "no" and isinstance(event.act, c.OnCandidates):
                right = c.Correct(seq=event.seq, instead=without(event.act, whom))
                self.tell(self.context.submit(right, event.at))

        title = text("Undo “{what}”: declared for {n} at once", what=what, n=count)
        dialog = Choice(self.context, title, listed, about=about, dangerous=frozenset(("all",)))
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
