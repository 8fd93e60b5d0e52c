"""Finalising: what blocks, what is missing, by name; then the seal, in two steps."""

from typing import ClassVar

from attrs import evolve
from textual.app import ComposeResult
from textual.widgets import Static

from pixtui.domain import commands as c
from pixtui.domain.outcome import Finding
from pixtui.domain.session import State
from pixtui.domain.text import visible
from pixtui.present.entering import BOXES, entering_rows, entry_lines, progress
from pixtui.present.finalising import finalising_rows, lines, moment, moment_sealed
from pixtui.present.head import counters_line
from pixtui.present.width import wrap
from pixtui.rules.rulebook import Rulebook
from pixtui.store.verify import head_of
from pixtui.tui.actions import BY_ID, Action, Scope
from pixtui.tui.dialogs.choice import Choice
from pixtui.tui.screens.leaving_open import LeavingOpenScreen
from pixtui.tui.widgets.keys_bar import KeysBar
from pixtui.tui.widgets.row_list import RowList
from pixtui.tui.widgets.text_panel import TextPanel
from pixtui.wording.catalogue import N_, Words
from pixtui.wording.pix_page import entries, left, of_room
from pixtui.wording.sentences import finding_sentence

_AFTER_SEAL = evolve(BY_ID["seal"], label=N_("after the seal"))
_TYPED = evolve(BY_ID["mend"], label=N_("typed"))


class FinaliseScreen(LeavingOpenScreen):
    """The end of the session, and what comes after the seal."""

    SCOPES: ClassVar[tuple[Scope, ...]] = ("everywhere", "list", "session", "finalise")

    def compose_body(self) -> ComposeResult:
        """The counters, what the moment is, the lines, the one under the cursor whole."""
        yield Static(id="counters", markup=False)
        yield Static(id="deadline", markup=False)
        yield RowList(id="grid")
        yield TextPanel(id="explained")

    def show_body(self) -> None:
        """Show what is left before the seal, or what comes after it."""
        context, now = self.context, self.context.now()
        state = context.state
        self.put("#counters", counters_line(state, context.words))
        if state.sealed is not None:
            self._show_entering()
            return
        self.reasons.read()
        found = lines(state, now)
        self._lines = {line.key: line for line in found}
        rows = self.query_one(RowList)
        rows.show(finalising_rows(state, found, self.reasons.by_hole, context.words, rows.room))
        self._explain()
        self.put("#deadline", self._moment())

    def _show_entering(self) -> None:
        """After the seal: what to type into Pix, ticked off as it is typed."""
        rows, said = self.query_one(RowList), self._said()
        self.put("#counters", " " + progress(*said))
        rows.show(entering_rows(*said, rows.room))
        self._explain()
        self.put("#deadline", self._moment())
        own = [] if self.context.replay else [_TYPED, _AFTER_SEAL]
        self.query_one(KeysBar).offer([*own, *self._elsewhere()])

    def on_row_list_moved(self) -> None:
        """Show the line under the cursor whole."""
        self._explain()

    def topics_here(self) -> list[str]:
        """What blocks or is missing on the line under the cursor; after the seal, what follows."""
        if self.context.state.sealed is not None:
            return ["after-the-seal"]
        line = self.line()
        return [f"finding-{line.finding.code}"] if line else []

    def _explain(self) -> None:
        line, panel = self.line(), self.query_one(TextPanel)
        context, cells = self.context, max(self.query_one(TextPanel).content_size.width, 20)
        if context.state.sealed is not None:
            key = self.query_one(RowList).current or ""
            panel.show(entry_lines(context.state, key, context.words, context.rulebook, cells))
            return
        told = (
            finding_sentence(self.context.words, line.finding, self.context.state) if line else ""
        )
        panel.show([(text, "plain") for text in wrap(told, max(panel.content_size.width, 20))])

    def _elsewhere(self) -> list[Action]:
        return [one for one in self.footer_actions() if one.scope != "finalise"]

    def _moment(self) -> str:
        context = self.context
        if context.state.sealed is not None:
            head = head_of(list(context.desk.store.entries))
            return moment_sealed(context.state, head, context.words)
        return moment(list(self._lines.values()), self.reasons.by_hole, context.words)

    def do_mend(self) -> None:
        """Go where the line under the cursor is mended; after the seal, tick it as typed."""
        if self.context.state.sealed is not None:
            self._typed()
            return
        line = self.line()
        if line is None:
            return
        finding = line.finding
        if finding.code == "step_left":
            self.app.show_checklist(finding.subject)  # type: ignore[attr-defined]  # the console has it
        elif finding.code == "incident_open":
            self.app.show_incidents(finding.subject)  # type: ignore[attr-defined]  # as above
        elif finding.code == "room_interruption_open":
            self.ask(c.ResumeRoom())
        elif finding.code == "no_number":
            self.app.do_edit_session()  # type: ignore[attr-defined]  # as above
        elif finding.code == "box_empty":
            self._ask_box(finding)
        else:
            self.app.show_grid(finding.candidate)  # type: ignore[attr-defined]  # as above

    def _ask_box(self, finding: Finding) -> None:
        """The box of the session for what befell the room: ticked, or left empty."""
        context, text = self.context, self.context.text
        listed = [("tick", text("Tick the box “incident”")), ("leave", text("Leave it empty"))]
        meaning = context.rulebook.box_text("has_incident", context.words.language)
        about = [*(told for _one, told in of_room(*self._said())), meaning]

        def chosen(what: str | None) -> None:
            if what == "tick":
                self.ask(c.SetSessionBox(box="has_incident", value=True))

        title = finding_sentence(context.words, finding, context.state)
        self.app.push_screen(Choice(context, title, listed, about="\n".join(about)), chosen)

    def _said(self) -> tuple[State, Words, Rulebook]:
        return self.context.state, self.context.words, self.context.rulebook

    def _typed(self) -> None:
        """The one under the cursor was typed into Pix; on to the next.

        No tick is taken back: one that carries reports is asked first, with what is to be typed.
        """
        context, text = self.context, self.context.text
        key = self.query_one(RowList).current or ""
        one = next((one for one in entries(*self._said()) if one.candidate.id == key), None)
        if one is None or context.read_only:
            return
        if one.candidate.entered is None and one.reported:
            question = text("{name}: all of this is typed into Pix?", name=self.name_of(key))
            told = "\n".join(visible(line) for line in one.lines)
            self.confirm(question, text("Yes, typed"), lambda: self._tick(key), about=told)
        elif one.candidate.entered is None:
            self._tick(key)
        else:
            self._to_next_waiting(key)

    def _tick(self, key: str) -> None:
        self.ask(c.RecordEntered(candidates=(key,)))
        self._to_next_waiting(key)

    def _to_next_waiting(self, key: str) -> None:
        rows = self.query_one(RowList)
        waiting = {entry.candidate.id for entry in left(*self._said())}
        keys = [row.key for row in rows.rows]
        after = keys[keys.index(key) + 1 :] + keys
        rows.go_to(next((one for one in after if one in waiting), BOXES))

    def do_seal(self) -> None:
        """Seal the record, asked twice; after the seal, note that Pix is finalised."""
        state, text = self.context.state, self.context.text
        if state.sealed is not None:
            self._after_seal()
            return
        blocked = [line for line in self._lines.values() if line.kind == "blocker"]
        if blocked or self.missing():
            self.ask(c.Finalise(overrides=self.reasons.by_hole))
            return
        self.forget_answer()  # why it could not be sealed before
        room = state.session.room
        self.confirm(
            text("Seal the record of {room}? Nothing in it can change afterwards.", room=room),
            text("Yes, I have checked everything"),
            self._seal_again,
            about=self._others(),
        )

    def _others(self) -> str:
        """Who else is at work on this session, whom the seal would surprise."""
        names = ", ".join(visible(one.by) for one in self.context.desk.others)
        said = self.context.text("Also at work on this session: {names}.", names=names)
        return said if names else ""

    def _seal_again(self) -> None:
        text = self.context.text
        self.confirm(
            text("Sealing is irreversible. The codes are erased from the file."),
            text("Seal now"),
            lambda: self.ask(c.Finalise(overrides=self.reasons.by_hole)),
        )

    def _after_seal(self) -> None:
        text, state = self.context.text, self.context.state
        listed = []
        if state.pix_finalised is None:
            listed.append(("pix", text("I pressed Finaliser in Pix Certif")))
        listed.append(("annex", text("Add an annex")))

        def chosen(what: str | None) -> None:
            if what == "pix":
                count = len(left(state, self.context.words, self.context.rulebook))
                self.confirm(
                    text("Pix Certif says that the session is finalised?"),
                    text("Yes, note it"),
                    lambda: self.ask(c.RecordPixFinalised()),
                    about=self.context.words.plural(
                        "{n} candidate is not ticked as typed.",
                        "{n} candidates are not ticked as typed.",
                        count,
                    )
                    if count
                    else "",
                )
            elif what == "annex":
                self.ask_annex()

        asked = Choice(self.context, text("After the seal"), listed, topic="after-the-seal")
        self.app.push_screen(asked, chosen)
