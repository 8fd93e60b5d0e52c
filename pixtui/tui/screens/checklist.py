"""The checklist: the steps of the procedure, the one under the cursor explained beside them."""

from collections.abc import Callable
from typing import ClassVar, cast

from textual.app import ComposeResult
from textual.containers import Horizontal

from pixtui.domain.commands import RevealCode, SetSessionBox, SetStep, StepChoice
from pixtui.domain.derive import next_now, proven, step_state
from pixtui.domain.outcome import Refusal
from pixtui.domain.rules import StepRule
from pixtui.domain.session import StepRecord
from pixtui.present.checklist import checklist_rows, key_of, split_key, step_lines
from pixtui.present.choices import box_choices, step_choices
from pixtui.present.field import Field, Values
from pixtui.present.papers import step_papers
from pixtui.tui.actions import Scope
from pixtui.tui.dialogs.choice import Choice
from pixtui.tui.dialogs.form import Form
from pixtui.tui.screens.guiding import GuidingScreen
from pixtui.tui.widgets.row_list import RowList
from pixtui.tui.widgets.text_panel import TextPanel
from pixtui.wording.catalogue import N_


class ChecklistScreen(GuidingScreen):
    """Phases, steps and items; Enter ticks what is under the cursor."""

    SCOPES: ClassVar[tuple[Scope, ...]] = ("everywhere", "list", "session", "checklist")

    def __init__(self, context: object) -> None:
        super().__init__(context)  # type: ignore[arg-type]  # the screens of a session share one context
        self._placed = False

    def compose_body(self) -> ComposeResult:
        """The steps on the left, the one under the cursor on the right."""
        with Horizontal(id="body"):
            yield RowList(id="steps")
            yield TextPanel(id="step")

    def show_body(self) -> None:
        """Show the steps, with the cursor on what comes next the first time."""
        rows = self.query_one(RowList)
        context = self.context
        rows.show(checklist_rows(context.state, context.words, context.rulebook, rows.room))
        if not self._placed and rows.room:
            self._placed = True
            self.do_next()
        self._explain()

    def on_row_list_moved(self) -> None:
        """Explain the step under the cursor."""
        self._explain()

    def topics_here(self) -> list[str]:
        """The step under the cursor."""
        step = self._step()
        return [f"step-{step.id}"] if step else []

    def _explain(self) -> None:
        panel = self.query_one(TextPanel)
        context, step = self.context, self._step()
        cells = max(panel.size.width, 20)
        panel.show(
            step_lines(context.state, step.id, context.words, context.rulebook, cells)
            if step
            else []
        )

    def _step(self) -> StepRule | None:
        key = self.query_one(RowList).current
        step, _item = split_key(key or "")
        return self.context.state.rules.step(step, self.context.state.session.mode)

    # --- what it does

    def do_next(self) -> None:
        """The cursor on the next step, on its first item left where it has items."""
        following = next_now(self.context.state)
        rule = (
            self.context.state.rules.step(following, self.context.state.session.mode)
            if following
            else None
        )
        if rule is not None:
            ticked = self.context.state.steps.get(rule.id, StepRecord()).items
            left = next((item for item in rule.items if item not in ticked), None)
            self.query_one(RowList).go_to(key_of(rule.id, left))

    def do_open_item(self) -> None:
        """Into the items of the step."""
        self.query_one(RowList).move(1)

    def do_close_item(self) -> None:
        """Back to the step of the item."""
        step = self._step()
        if step is not None:
            self.query_one(RowList).go_to(step.id)

    def do_tick(self) -> None:
        """Tick what is under the cursor, or take the tick back."""
        step = self._step()
        _step, item = split_key(self.query_one(RowList).current or "")
        if step is None:
            self.query_one(RowList).move(1)
        elif item is not None:
            ticked = item in self.context.state.steps.get(step.id, StepRecord()).items
            self._set(step, "todo" if ticked else "done", item=item)
        elif step.id == "access_code" and self.context.state.revealed is None:
            self.reveal()
        elif step.id == "codes" and not self.context.state.codes.access_code:
            self.ask_codes()
        elif step.id == "extra_information" and step_state(self.context.state, step) == "todo":
            self._ask_boxes(step)
        elif step.id == "finalise":
            self.app.do_finalise()  # type: ignore[attr-defined]  # the console has it
        elif proven(self.context.state, step):
            told = N_("Done by what was declared, not by a tick. Undo that if it is wrong (F9).")
            self.say(self.context.text(told), "refused")
        else:
            done = step_state(self.context.state, step) == "done"
            self._set(step, "todo" if done else "done")

    def _set(
        self, step: StepRule, choice: StepChoice, item: str | None = None, reason: str = ""
    ) -> None:
        answer = self.ask(SetStep(step=step.id, state=choice, item=item, reason=reason or None))
        if isinstance(answer, Refusal) or choice != "done":
            return
        left = step_state(self.context.state, step) == "todo"
        self.query_one(RowList).move(1) if left else self.do_next()

    def _ask_boxes(self, step: StepRule) -> None:
        """The two boxes of Pix's page, ticked here first; then the step itself."""
        context, language = self.context, self.context.words.language
        held = {
            "has_incident": context.state.has_incident,
            "has_joining_issue": context.state.has_joining_issue,
        }
        listed = box_choices(context.state, context.rulebook, context.words)
        about = "\n".join(context.rulebook.box_text(box, language) for box in held)

        def chosen(box: str | None) -> None:
            if box == "has_incident":
                self.ask(SetSessionBox(box="has_incident", value=not held[box]))
            elif box == "has_joining_issue":
                self.ask(SetSessionBox(box="has_joining_issue", value=not held[box]))
            elif box == "done":
                self._set(step, "done")
            if box in held:
                self._ask_boxes(step)

        title = context.rulebook.step_title(step.id, context.state.session.mode, language)
        self.app.push_screen(Choice(context, title, listed, about=about), chosen)

    def do_step_papers(self) -> None:
        """The papers of the step, or any where it calls for none."""
        step, context = self._step(), self.context
        listed = (
            step_papers(context.state, step.id, context.words, context.rulebook) if step else []
        )
        if listed:
            self.ask_papers(listed)
        else:
            self.do_papers()

    def do_reason(self) -> None:
        """Done, put off or not applicable, with a reason."""
        step = self._step()
        if step is None:
            return
        listed = step_choices(self.context.words)
        title = self.context.rulebook.step_title(
            step.id, self.context.state.session.mode, self.context.words.language
        )

        def chosen(choice: str | None) -> None:
            if choice is not None:
                self._ask_reason(step, cast(StepChoice, choice), title)

        self.app.push_screen(Choice(self.context, title, listed), chosen)

    def _ask_reason(self, step: StepRule, choice: StepChoice, title: str) -> None:
        record = self.context.state.steps.get(step.id, StepRecord())
        field = Field(name="reason", label=self.context.text("reason"), value=record.reason or "")
        save, concerning = self._saver(step, choice), f"{step.id} {choice}"
        form = Form(self.context, title, [field], save, concerning=concerning)
        self.app.push_screen(form, self.refreshed)

    def _saver(self, step: StepRule, choice: StepChoice) -> Callable[[Values], str]:
        def save(values: Values) -> str:
            return self.saved(SetStep(step=step.id, state=choice, reason=values["reason"] or None))

        return save

    def reveal(self, override: str | None = None) -> None:
        """Give the access code to the room; where not all are ready, ask for a reason."""
        answer = self.ask(RevealCode(override=override))
        if isinstance(answer, Refusal) and answer.code == "not_all_ready":
            self.ask_reveal_reason(self.context.explain(answer))
