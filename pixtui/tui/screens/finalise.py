"""Finalising: what blocks, what is missing, by name; then the seal, in two steps."""

from typing import ClassVar

from attrs import evolve
from textual.app import ComposeResult
from textual.widgets import Static

from pixtui.domain import commands as c
from pixtui.present.entering import BOXES, entering_rows, entry_lines, progress
from pixtui.present.field import Field, Values
from pixtui.present.finalising import (
    Line,
    alike_told,
    finalising_rows,
    lines,
    missing,
    moment,
    moment_sealed,
    reasoned,
)
from pixtui.present.head import counters_line
from pixtui.present.width import wrap
from pixtui.store.verify import head_of
from pixtui.tui.actions import BY_ID, Action, Scope
from pixtui.tui.dialogs.choice import Choice
from pixtui.tui.dialogs.form import Form
from pixtui.tui.screens.guiding import GuidingScreen
from pixtui.tui.widgets.keys_bar import KeysBar
from pixtui.tui.widgets.row_list import RowList
from pixtui.tui.widgets.text_panel import TextPanel
from pixtui.wording.catalogue import N_
from pixtui.wording.pix_page import left
from pixtui.wording.sentences import finding_sentence

ALIKE_LINES = 6
"""Lines of the same kind told before the rest is counted."""
_AFTER_SEAL = evolve(BY_ID["seal"], label=N_("after the seal"))
_TYPED = evolve(BY_ID["mend"], label=N_("typed"))


class FinaliseScreen(GuidingScreen):
    """The end of the session, and what comes after the seal."""

    SCOPES: ClassVar[tuple[Scope, ...]] = ("everywhere", "list", "session", "finalise")

    def __init__(self, context: object) -> None:
        super().__init__(context)  # type: ignore[arg-type]  # the screens of a session share one context
        self._reasons: dict[str, str] = {}
        self._lines: dict[str, Line] = {}

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
        found = lines(state, now)
        self._lines = {line.key: line for line in found}
        rows = self.query_one(RowList)
        rows.show(finalising_rows(state, found, self._reasons, context.words, rows.room))
        self._explain()
        self.put("#deadline", self._moment())

    def _show_entering(self) -> None:
        """After the seal: what to type into Pix, ticked off as it is typed."""
        context, rows = self.context, self.query_one(RowList)
        said = (context.state, context.words, context.rulebook)
        self.put("#counters", " " + progress(*said))
        rows.show(entering_rows(*said, rows.room))
        self._explain()
        self.put("#deadline", self._moment())
        self.query_one(KeysBar).offer([_TYPED, _AFTER_SEAL, *self._elsewhere()])

    def on_row_list_moved(self) -> None:
        """Show the line under the cursor whole."""
        self._explain()

    def _explain(self) -> None:
        line, panel = self._line(), self.query_one(TextPanel)
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
        return moment(list(self._lines.values()), self._reasons, context.words)

    @property
    def has_reasons(self) -> bool:
        """Whether reasons are noted that only the seal will write."""
        return bool(self._reasons) and self.context.state.sealed is None

    def _reasoned(self, line: Line) -> bool:
        return bool(reasoned(line, self._reasons))

    def _missing(self) -> list[Line]:
        """The holes that have no reason yet."""
        return missing(self._lines.values(), self._reasons)

    def _line(self) -> Line | None:
        return self._lines.get(self.query_one(RowList).current or "")

    def do_mend(self) -> None:
        """Go where the line under the cursor is mended; after the seal, tick it as typed."""
        if self.context.state.sealed is not None:
            self._typed()
            return
        line = self._line()
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
        else:
            self.app.show_grid(finding.candidate)  # type: ignore[attr-defined]  # as above

    def _typed(self) -> None:
        """The one under the cursor was typed into Pix; on to the next."""
        rows, context = self.query_one(RowList), self.context
        key = rows.current or ""
        one = context.state.candidates.get(key)
        if one is None or context.read_only:
            return
        if one.entered is None:
            self.ask(c.RecordEntered(candidates=(key,)))
        waiting = [
            entry.candidate.id for entry in left(context.state, context.words, context.rulebook)
        ]
        keys = [row.key for row in rows.rows]
        after = keys[keys.index(key) + 1 :] + keys
        following = next((one for one in after if one in waiting), BOXES)
        rows.go_to(following)

    def do_override(self) -> None:
        """Leave the line under the cursor open, with a reason."""
        line = self._line()
        if line is None or line.kind != "hole":
            self.say(self.context.text("Only what is missing can be left with a reason."))
            return
        key, text = line.finding.keys[0], self.context.text
        field = Field(name="reason", label=text("reason"), value=self._reasons.get(key, ""))

        def save(values: Values) -> str:
            if values["reason"]:
                self._reasons[key] = values["reason"]
            else:
                self._reasons.pop(key, None)
            return ""

        def left(done: bool | None) -> None:
            self.refreshed()
            if done and key in self._reasons:
                self._ask_alike(line, self._reasons[key])

        told = finding_sentence(self.context.words, line.finding, self.context.state)
        self.app.push_screen(
            Form(self.context, text("Leave it open: why?"), [field], save, about=told), left
        )

    def _ask_alike(self, line: Line, reason: str) -> None:
        """The same reason for the other open lines of that kind? Then on to the next one."""
        alike = [one for one in self._missing() if one.finding.code == line.finding.code]
        if not alike:
            self._to_next_open()
            return
        words = self.context.words
        listed = [
            ("one", self.context.text("This line only")),
            (
                "all",
                words.plural(
                    "The {n} other line of this kind too",
                    "The {n} other lines of this kind too",
                    len(alike),
                ),
            ),
        ]

        def chosen(which: str | None) -> None:
            if which == "all":
                self._reasons |= {one.finding.keys[0]: reason for one in alike}
            self.refreshed()
            self._to_next_open()

        about = alike_told(alike, self.context.state, words, ALIKE_LINES)
        title = self.context.text("Left open: {reason}", reason=reason)
        self.app.push_screen(Choice(self.context, title, listed, about=about), chosen)

    def _to_next_open(self) -> None:
        """The cursor on the next line that still needs mending or a reason."""
        rows = self.query_one(RowList)
        keys = [row.key for row in rows.rows]
        here = keys.index(rows.current) if rows.current in keys else 0
        for key in (*keys[here + 1 :], *keys[: here + 1]):
            line = self._lines.get(key)
            if line is not None and line.kind == "hole" and not self._reasoned(line):
                rows.go_to(key)
                return

    def do_seal(self) -> None:
        """Seal the record, asked twice; after the seal, note that Pix is finalised."""
        state, text = self.context.state, self.context.text
        if state.sealed is not None:
            self._after_seal()
            return
        blocked = [line for line in self._lines.values() if line.kind == "blocker"]
        if blocked or self._missing():
            self.ask(c.Finalise(overrides=self._reasons))
            return
        count = state.session.room
        self.confirm(
            text("Seal the record of {room}? Nothing in it can change afterwards.", room=count),
            text("Yes, I have checked everything"),
            self._seal_again,
        )

    def _seal_again(self) -> None:
        text = self.context.text
        self.confirm(
            text("Sealing is irreversible. The codes are erased from the file."),
            text("Seal now"),
            lambda: self.ask(c.Finalise(overrides=self._reasons)),
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

        self.app.push_screen(Choice(self.context, text("After the seal"), listed), chosen)
