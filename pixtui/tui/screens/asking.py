"""What several screens ask: causes, reasons, codes, a candidate's fields."""

import datetime as dt
from collections.abc import Callable, Sequence

from textual import events

from pixtui.desk.desk import Done
from pixtui.domain import commands as c
from pixtui.domain.derive import open_room_interruptions
from pixtui.domain.outcome import Refusal
from pixtui.domain.rollcall import roll
from pixtui.domain.session import Candidate, Interruption
from pixtui.domain.text import visible
from pixtui.present.candidate import candidate_act, candidate_fields
from pixtui.present.choices import (
    REASONS,
    Reason,
    cause_choices,
    going_on_choices,
    interruption_told,
    reason_choices,
)
from pixtui.present.codes import codes_act, codes_fields
from pixtui.present.field import Field, Values
from pixtui.present.forms import turn_away_fields, workstation_fields
from pixtui.present.rollcall import before_resuming
from pixtui.present.status import MASK
from pixtui.tui.actions import BY_ID
from pixtui.tui.dialogs.choice import Choice, confirmation
from pixtui.tui.dialogs.codes import CodesShown
from pixtui.tui.dialogs.form import Form
from pixtui.tui.screens.paper import PaperScreen


class AskingScreen(PaperScreen):
    """A screen of a session from which all of this can be asked."""

    def refreshed(self, _answer: object = None) -> None:
        """Show what a dialog changed."""
        self.show()

    def saved(self, act: c.Act, at: dt.datetime | None = None) -> str:
        """Ask for an act from a form: an empty text when done, else why not."""
        answer = self.context.submit(act, at)
        if isinstance(answer, Done):
            self.tell(answer)
            return ""
        return self.context.explain(answer)

    def name_of(self, candidate: str) -> str:
        """A candidate's name as it is shown."""
        one = self.context.state.candidates[candidate]
        return visible(f"{one.last_name} {one.first_name}")

    def told_json(self, command: dict[str, object]) -> str:
        """Ask for a command as JSON from a form: an empty text when done, else why not."""
        answer = self.context.desk.submit_json(command)
        if isinstance(answer, Done):
            self.tell(answer)
            return ""
        return self.context.explain(answer)

    # --- a candidate's test

    def ask_interrupt(self, candidates: tuple[str, ...]) -> None:
        """By what the test is held up."""
        listed = cause_choices(self.context.rulebook, self.context.words)
        title = self.context.text("Held up by what?") + f"  {self.name_of(candidates[0])}"

        def chosen(cause: str | None) -> None:
            if cause is not None:
                self.ask(c.Interrupt(candidates=candidates, cause=cause))

        self.app.push_screen(Choice(self.context, title, listed, topic="causes"), chosen)

    def held_together(self) -> tuple[str, ...]:
        """Whom an interruption of the room is about, where it is not everyone."""
        return ()

    def held(self) -> None:
        """Those marked were interrupted."""

    def do_room(self) -> None:
        """Everyone, or those marked, is held up by the same cause; or the room goes on."""
        held = open_room_interruptions(self.context.state)
        text, book = self.context.text, self.context.rulebook
        if held:
            self._ask_which_goes_on(held)
            return
        listed = cause_choices(book, self.context.words)
        marked = self.held_together()
        people = self.context.state.candidates
        some = tuple(one for one in marked if people[one].start and not people[one].end)
        if marked and not some:
            self.say(text("None of those marked has a test under way."), "refused")
            return
        title = text("The whole room, by what?")
        if some:
            names = ", ".join(self.name_of(one) for one in some)
            title = text("These only, by what?") + f"  {names}"

        def chosen(cause: str | None) -> None:
            if cause is not None:
                self.ask(c.InterruptRoom(cause=cause, candidates=some or None))
                self.held()

        self.app.push_screen(Choice(self.context, title, listed, topic="causes"), chosen)

    def _ask_which_goes_on(self, held: Sequence[Interruption]) -> None:
        """What goes on: the one interruption there is, or which of them."""
        text, context = self.context.text, self.context
        called = roll(context.state)
        evacuated = called is not None and called.interruption.open
        about = before_resuming(called, context.words) if called and evacuated else ""
        yes = text("Yes, it goes on")
        if len(held) == 1:
            (one,) = held
            question = text("The room goes on?")
            if one.candidates is not None:
                question, yes = text("They go on?"), text("Yes, they go on")
            about = "\n".join(
                filter(
                    None,
                    (interruption_told(context.state, one, context.words, context.rulebook), about),
                )
            )
            self.confirm(question, yes, lambda: self.ask(c.ResumeRoom()), about=about)
            return
        listed = going_on_choices(context.state, held, context.words, context.rulebook)

        def chosen(which: str | None) -> None:
            if which == "all":
                self.ask(c.ResumeRoom())
            elif which is not None and which != "no":
                self.ask(c.ResumeRoom(interruption=which))

        title = text("What goes on? ({n} interruptions)", n=len(held))
        dialog = Choice(context, title, listed, about=about, dangerous=frozenset(("all",)))
        self.app.push_screen(dialog, chosen)

    def ask_reason(self, candidates: tuple[str, ...]) -> None:
        """Why a test was not finished."""
        self.ask_why(
            candidates,
            lambda reason: self.ask(c.GiveReason(candidates=candidates, reason=reason)),
        )

    def ask_why(
        self,
        candidates: tuple[str, ...],
        then: Callable[[Reason], object],
        first: str = "candidate",
    ) -> None:
        """Why a test was not finished, with the consequence of each answer."""
        text = self.context.text
        listed, about = reason_choices(self.context.rulebook, self.context.words, first)
        title = text("Why was the test not finished?") + f"  {self.name_of(candidates[0])}"

        def chosen(reason: str | None) -> None:
            for known in REASONS:
                if reason == known:
                    then(known)

        asked = Choice(self.context, title, listed, about=about, topic="finding-no_reason")
        self.app.push_screen(asked, chosen)

    def ask_turn_away(self, candidates: tuple[str, ...]) -> None:
        """Why someone may not take the test, and who decided."""
        text = self.context.text
        fields = turn_away_fields(self.context.words)

        def save(values: Values) -> str:
            return self.saved(
                c.TurnAway(
                    candidates=candidates,
                    reason=values["reason"],
                    decided_by=values["decided_by"],
                )
            )

        title = text("Turned away:") + f" {self.name_of(candidates[0])}"
        form = Form(self.context, title, fields, save, concerning=candidates[0])
        self.app.push_screen(form, self.refreshed)

    def ask_workstation(self, candidates: tuple[str, ...]) -> None:
        """To which machine someone moves."""
        text = self.context.text
        one = self.context.state.candidates[candidates[0]]
        fields = workstation_fields(one, self.context.words)

        def save(values: Values) -> str:
            return self.saved(
                c.ChangeWorkstation(
                    candidates=candidates, to=values["to"], origin=values["origin"] or None
                )
            )

        title = text("Workstation of") + f" {self.name_of(candidates[0])}"
        form = Form(self.context, title, fields, save, concerning=candidates[0])
        self.app.push_screen(form, self.refreshed)

    # --- codes

    def do_code(self) -> None:
        """Show the masked codes for ten seconds, give them, or type them in."""
        codes = self.context.state.codes
        if not codes.access_code and not codes.invigilator_password:
            self.ask_codes()
            return
        text = self.context.text
        listed = [("show", text("Show the codes for 10 seconds"))]
        if self.context.state.revealed is None:
            listed.append(("give", text("Give the access code to the room now")))
        listed.append(("type", text("Type the codes again")))

        def chosen(what: str | None) -> None:
            if what == "show":
                self.app.push_screen(CodesShown(self.context, codes), self.refreshed)
            elif what == "give":
                answer = self.ask(c.RevealCode())
                if isinstance(answer, Refusal) and answer.code == "not_all_ready":
                    self.ask_reveal_reason(self.context.explain(answer))
            elif what == "type":
                self.ask_codes()

        asked = Choice(self.context, text("Codes"), listed, about=MASK, topic="step-codes")
        self.app.push_screen(asked, chosen)

    def ask_codes(self) -> None:
        """Type the codes in."""
        text = self.context.text
        if self.context.state.sealed is not None:
            self.say(text("The codes were erased at the seal."))
            return
        fields = codes_fields(self.context.words)

        def save(values: Values) -> str:
            return self.saved(codes_act(values))

        form = Form(self.context, text("Codes"), fields, save, topic="step-codes")
        form.keeps_draft = False
        self.app.push_screen(form, self.refreshed)

    def ask_reveal_reason(self, why: str) -> None:
        """Why the code is given although not everyone is ready."""
        field = Field(name="override", label=self.context.text("reason"), needed=True)

        def save(values: Values) -> str:
            return self.saved(c.RevealCode(override=values["override"]))

        title = self.context.text("Give the code all the same?")
        self.app.push_screen(Form(self.context, title, [field], save, about=why), self.refreshed)

    # --- the list

    def ask_candidate(
        self, one: Candidate | None, then: Callable[[object], None] | None = None
    ) -> None:
        """Add a candidate, or change what is known of one."""
        text = self.context.text
        fields = candidate_fields(one, self.context.words)
        title = text("Change a candidate") if one else text("Add a candidate")
        form = Form(
            self.context,
            title,
            fields,
            lambda values: self._keep(one, values),
            concerning=one.id if one else "",
            topic="candidate-details",
        )
        if one is None:
            form.takes_list = self.take_list
        self.app.push_screen(form, then or self.refreshed)

    def take_list(self, text: str) -> None:
        """A list that was pasted: what it would do, then yes or no."""
        # What reads files is loaded when one is asked for: it would slow every start.
        from pixtui.tui.dialogs.import_preview import preview_pasted

        preview_pasted(self, text)

    def on_paste(self, event: events.Paste) -> None:
        """What is pasted among the rows is a list, or nothing; never keys."""
        event.stop()
        from pixtui.exchange.pasted import is_list  # as for what reads files

        if not self.allows(BY_ID["import_list"]):
            return
        if is_list(event.text):
            self.take_list(event.text)
        elif event.text.strip():
            said = self.context.text(
                "Something was pasted here: nothing is done with it. {key} adds a candidate.",
                key=self.context.key("add"),
            )
            self.say(said, "warned")

    def _keep(self, one: Candidate | None, values: Values) -> str:
        act = candidate_act(one, values, self.context.words)
        return self.saved(act) if act is not None else ""

    def confirm(self, question: str, yes: str, then: Callable[[], object], about: str = "") -> None:
        """Do something only after a second yes."""

        def answered(choice: str | None) -> None:
            if choice == "yes":
                then()

        self.app.push_screen(confirmation(self.context, question, yes, about), answered)
