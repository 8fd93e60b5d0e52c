"""What several screens ask: incidents, causes, reasons, codes, a candidate's fields."""

import datetime as dt
from collections.abc import Callable

from pixtui.desk.desk import Done
from pixtui.domain import commands as c
from pixtui.domain.derive import candidate_state, open_room_interruptions
from pixtui.domain.outcome import Refusal
from pixtui.domain.rollcall import EVACUATION, roll
from pixtui.domain.session import Candidate
from pixtui.domain.text import visible
from pixtui.exchange.fields import parse_date
from pixtui.present.offers import likely_moments
from pixtui.present.rollcall import before_resuming
from pixtui.present.status import MASK
from pixtui.present.when import hour, hour_typed
from pixtui.present.width import fit
from pixtui.tui.dialogs.choice import Choice, confirmation
from pixtui.tui.dialogs.codes import CodesShown
from pixtui.tui.dialogs.form import Field, Form, Values
from pixtui.tui.screens.base import SessionScreen
from pixtui.wording.catalogue import N_

CODE_ONLY = "code:"
MOMENT_CELLS = 11
MOMENT_LABELS = {
    "before": N_("before"),
    "technical": N_("technical"),
    "people": N_("people"),
    "end": N_("end"),
}


class AskingScreen(SessionScreen):
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

    # --- incidents

    def concerned(self) -> str | None:
        """The candidate an incident written down from here is about."""
        return None

    def do_incident(self) -> None:
        """Pick what one sees, then write it down."""
        self.ask_incident(self.concerned())

    def ask_incident(self, candidate: str | None) -> None:
        """Write down an incident about a candidate or the room."""
        context, language = self.context, self.context.words.language
        book = context.rulebook
        codes = {one.id: one.code or "" for one in context.state.rules.situations}
        listed = [
            (one, f"{codes[one]:<4}{self._moment_of(one)}{book.situation_title(one, language)}")
            for moment in likely_moments(context.state, candidate)
            for one in book.situations(moment)
            if one in codes
        ]
        listed += [
            (
                f"{CODE_ONLY}{code}",
                f"{code:<4}{' ' * MOMENT_CELLS}{book.code_label(code, language)}",
            )
            for code in book.codes()
        ]
        title = context.text("What do you see?")
        if candidate:
            title += f"  {self.name_of(candidate)}"

        def chosen(picked: str | None) -> None:
            if picked is not None:
                self._describe(picked, candidate)

        also = {
            one: f"{book.code_label(code, language)} {book.situation_advice(one, language)}"
            for one, code in codes.items()
        }
        self.app.push_screen(Choice(context, title, listed, also=also), chosen)

    def _moment_of(self, situation: str) -> str:
        """When a situation arises, as a column."""
        moment = self.context.rulebook.moment(situation)
        return fit(self.context.text(MOMENT_LABELS[moment]), MOMENT_CELLS)

    def _describe(self, picked: str, candidate: str | None) -> None:
        context = self.context
        situation = None if picked.startswith(CODE_ONLY) else picked
        rule = context.state.rules.situation(picked) if situation else None
        code = rule.code if rule else picked.removeprefix(CODE_ONLY)
        code_rule = context.state.rules.code(code) if code else None
        text = context.text
        fields = [
            Field(
                name="at", label=text("time of the fact"), value=hour(context.state, context.now())
            )
        ]
        if candidate is None:
            fields.append(
                Field(
                    name="candidate",
                    label=text("candidate"),
                    hint=text("seat or name, nothing for the room"),
                )
            )
        if code_rule is not None and code_rule.question:
            fields.append(Field(name="question", label=text("question number"), hint="1-500"))
        if code_rule is not None and code_rule.not_blocking:
            fields.append(
                Field(
                    name="blocking",
                    label=text("did it block?"),
                    value=text("no"),
                    hint=text("yes or no"),
                )
            )
        cause = self._held_up_by(situation, candidate)
        if cause:
            fields.append(
                Field(
                    name="held",
                    label=text("stops their clock?"),
                    value=text("yes"),
                    hint=text("yes or no"),
                )
            )
        fields.append(
            Field(name="note", label=text("what happened"), hint=text("facts, neutral words"))
        )
        language = context.words.language
        title = (
            context.rulebook.situation_title(situation, language)
            if situation
            else context.rulebook.code_label(code or "", language)
        )
        about = context.rulebook.situation_advice(situation, language) if situation else ""
        asked = {
            "situation": situation,
            "code": None if situation else code,
            "candidate": candidate,
            "cause": cause,
        }
        self.app.push_screen(
            Form(context, f"{code or ''} {title}".strip(), fields, self._log(asked), about=about),
            self.refreshed,
        )

    def _held_up_by(self, situation: str | None, candidate: str | None) -> str:
        """The cause by which this situation stops the test that this candidate is taking."""
        one = self.context.state.candidates.get(candidate or "")
        if one is None or situation is None:
            return ""
        running = candidate_state(self.context.state, one) == "running"
        return self.context.rulebook.holds_up(situation) if running else ""

    def _log(self, asked: dict[str, str | None]) -> Callable[[Values], str]:
        def save(values: Values) -> str:
            at = self.typed_hour(values["at"])
            if at is None:
                return self.context.text("Write the time as 09:05.")
            command: dict[str, object] = {k: v for k, v in asked.items() if v and k != "cause"}
            if _is_yes(values.get("held", "")):
                command["facts"] = [{"command": "interrupt", "cause": asked["cause"]}]
            command |= {"command": "log_incident", "at": at.isoformat(), "note": values["note"]}
            if values.get("candidate"):
                command["candidate"] = values["candidate"]
            question = values.get("question", "")
            if question:
                if not (question.isascii() and question.isdigit()):
                    return self.context.text("The question number is digits only.")
                command["question"] = int(question)
            command["blocking"] = _is_yes(values.get("blocking", ""))
            return self.told_json(command)

        return save

    def told_json(self, command: dict[str, object]) -> str:
        """Ask for a command as JSON from a form: an empty text when done, else why not."""
        answer = self.context.desk.submit_json(command)
        if isinstance(answer, Done):
            self.tell(answer)
            return ""
        return self.context.explain(answer)

    def typed_hour(self, text: str) -> dt.datetime | None:
        """The instant someone means by a time of day; the present minute means now."""
        state, now = self.context.state, self.context.now()
        if text == hour(state, now):
            return hour_typed(state, text, now) and now.replace(microsecond=0)
        return hour_typed(state, text, now)

    def ask_close(self, incident: str) -> None:
        """How an incident was dealt with."""
        field = Field(name="outcome", label=self.context.text("what was done"))

        def save(values: Values) -> str:
            return self.saved(c.CloseIncident(incident=incident, outcome=values["outcome"]))

        title = self.context.text("Close incident {incident}", incident=incident)
        self.app.push_screen(Form(self.context, title, [field], save), self.refreshed)

    # --- a candidate's test

    def ask_interrupt(self, candidates: tuple[str, ...]) -> None:
        """By what the test is held up."""
        book, language = self.context.rulebook, self.context.words.language
        listed = [(one, book.cause_label(one, language)) for one in book.causes()]
        title = self.context.text("Held up by what?") + f"  {self.name_of(candidates[0])}"

        def chosen(cause: str | None) -> None:
            if cause is not None:
                self.ask(c.Interrupt(candidates=candidates, cause=cause))

        self.app.push_screen(Choice(self.context, title, listed), chosen)

    def ask_alarm(self, then: Callable[[], None]) -> None:
        """Stop the room as of this very instant, the incident written down with it."""
        context, at = self.context, self.context.now().replace(microsecond=0)
        if any(one.candidates is None for one in open_room_interruptions(context.state)):
            then()
            return

        def stopped() -> None:
            refused = self.told_json(
                {
                    "command": "log_incident",
                    "situation": EVACUATION,
                    "at": at.isoformat(),
                    "facts": [{"command": "interrupt_room", "cause": "fire_alarm"}],
                }
            )
            if refused:
                self.say(refused, "refused")
            else:
                then()

        when, text = hour(context.state, at), context.text
        about = " ".join(context.rulebook.situation_do(EVACUATION, context.words.language)[:1])
        listed = [
            ("yes", text("Yes, alarm at {at}: stop every clock", at=when)),
            ("no", text("No, go back")),
        ]
        self.app.push_screen(
            Choice(context, text("ALARM"), listed, about=about),
            lambda chosen: stopped() if chosen == "yes" else None,
        )

    def held_together(self) -> tuple[str, ...]:
        """Whom an interruption of the room is about, where it is not everyone."""
        return ()

    def do_room(self) -> None:
        """Everyone, or those marked, is held up by the same cause; or the room goes on."""
        held = open_room_interruptions(self.context.state)
        text, book = self.context.text, self.context.rulebook
        language = self.context.words.language
        if held:
            since = hour(self.context.state, held[0].span.began)
            cause = visible(book.cause_label(held[0].cause, language))
            question = text("The room goes on? ({cause}, since {at})", cause=cause, at=since)
            called = roll(self.context.state)
            evacuated = called is not None and called.interruption.open
            about = before_resuming(called, self.context.words) if called and evacuated else ""
            yes = text("Yes, it goes on")
            self.confirm(question, yes, lambda: self.ask(c.ResumeRoom()), about=about)
            return
        listed = [(one, book.cause_label(one, language)) for one in book.causes()]
        some = self.held_together()
        title = text("The whole room, by what?")
        if some:
            names = ", ".join(self.name_of(one) for one in some)
            title = text("These only, by what?") + f"  {names}"

        def chosen(cause: str | None) -> None:
            if cause is not None:
                self.ask(c.InterruptRoom(cause=cause, candidates=some or None))

        self.app.push_screen(Choice(self.context, title, listed), chosen)

    def ask_reason(self, candidates: tuple[str, ...]) -> None:
        """Why a test was not finished, with the consequence of each answer."""
        text, book = self.context.text, self.context.rulebook
        language = self.context.words.language
        reasons = ("candidate", "technical")
        listed = [(one, book.reason_title(one, language)) for one in reasons]
        about = "\n".join(
            f"{book.reason_title(one, language)} : {book.reason_consequence(one, language)}"
            for one in reasons
        )
        title = text("Why was the test not finished?") + f"  {self.name_of(candidates[0])}"

        def chosen(reason: str | None) -> None:
            if reason == "candidate":
                self.ask(c.GiveReason(candidates=candidates, reason="candidate"))
            elif reason == "technical":
                self.ask(c.GiveReason(candidates=candidates, reason="technical"))

        self.app.push_screen(Choice(self.context, title, listed, about=about), chosen)

    def ask_turn_away(self, candidates: tuple[str, ...]) -> None:
        """Why someone may not take the test, and who decided."""
        text = self.context.text
        fields = [
            Field(name="reason", label=text("reason"), needed=True),
            Field(name="decided_by", label=text("decided by"), hint=text("never alone")),
        ]

        def save(values: Values) -> str:
            return self.saved(
                c.TurnAway(
                    candidates=candidates,
                    reason=values["reason"],
                    decided_by=values["decided_by"],
                )
            )

        title = text("Turned away:") + f" {self.name_of(candidates[0])}"
        self.app.push_screen(Form(self.context, title, fields, save), self.refreshed)

    def ask_workstation(self, candidates: tuple[str, ...]) -> None:
        """To which machine someone moves."""
        text = self.context.text
        one = self.context.state.candidates[candidates[0]]
        fields = [
            Field(name="origin", label=text("old workstation"), value=one.workstation or ""),
            Field(name="to", label=text("new workstation"), needed=True),
        ]

        def save(values: Values) -> str:
            return self.saved(
                c.ChangeWorkstation(
                    candidates=candidates, to=values["to"], origin=values["origin"] or None
                )
            )

        title = text("Workstation of") + f" {self.name_of(candidates[0])}"
        self.app.push_screen(Form(self.context, title, fields, save), self.refreshed)

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

        self.app.push_screen(Choice(self.context, text("Codes"), listed, about=MASK), chosen)

    def ask_codes(self) -> None:
        """Type the codes in."""
        text = self.context.text
        if self.context.state.sealed is not None:
            self.say(text("The codes were erased at the seal."))
            return
        fields = [
            Field(name="access_code", label=text("access code"), hint="BCDF23"),
            Field(name="password", label=text("invigilator password"), hint=text("after C-")),
        ]

        def save(values: Values) -> str:
            return self.saved(
                c.SetCodes(
                    access_code=values["access_code"].upper() or c.UNSET,
                    invigilator_password=values["password"] or c.UNSET,
                )
            )

        self.app.push_screen(Form(self.context, text("Codes"), fields, save), self.refreshed)

    def ask_reveal_reason(self, why: str) -> None:
        """Why the code is given although not everyone is ready."""
        field = Field(name="override", label=self.context.text("reason"), needed=True)

        def save(values: Values) -> str:
            return self.saved(c.RevealCode(override=values["override"]))

        title = self.context.text("Give the code all the same?")
        self.app.push_screen(Form(self.context, title, [field], save, about=why), self.refreshed)

    # --- the list

    def ask_candidate(self, one: Candidate | None) -> None:
        """Add a candidate, or change what is known of one."""
        text = self.context.text
        known = one or c.CandidateFields(last_name="", first_name="")
        born = known.birthdate.strftime("%d/%m/%Y") if known.birthdate else ""
        extra = "" if known.extra_time is None else str(known.extra_time)
        fields = [
            Field(name="last_name", label=text("last name"), value=known.last_name, needed=True),
            Field(name="first_name", label=text("first name"), value=known.first_name, needed=True),
            Field(name="birthdate", label=text("birth date"), value=born, hint="31/12/2010"),
            Field(name="class_name", label=text("class"), value=known.class_name or ""),
            Field(name="seat", label=text("seat"), value=known.seat or ""),
            Field(name="workstation", label=text("workstation"), value=known.workstation or ""),
            Field(name="extra_time", label=text("extra time (%)"), value=extra, hint="33"),
            Field(name="external_id", label=text("local id"), value=known.external_id or ""),
        ]
        title = text("Change a candidate") if one else text("Add a candidate")
        self.app.push_screen(
            Form(self.context, title, fields, lambda values: self._keep(one, values)),
            self.refreshed,
        )

    def _keep(self, one: Candidate | None, values: Values) -> str:
        born = parse_date(values["birthdate"]) if values["birthdate"] else None
        if values["birthdate"] and born is None:
            return self.context.text("Write the birth date as 31/12/2010.")
        extra = values["extra_time"].removesuffix("%").strip()
        if extra and not (extra.isascii() and extra.isdigit()):
            return self.context.text("Extra time is a whole percentage, as 33.")
        fields = {
            "last_name": values["last_name"],
            "first_name": values["first_name"],
            "birthdate": born,
            "class_name": values["class_name"] or None,
            "seat": values["seat"] or None,
            "workstation": values["workstation"] or None,
            "extra_time": (int(extra) or None) if extra else None,
            "external_id": values["external_id"] or None,
        }
        if one is None:
            return self.saved(c.AddCandidate(**fields))  # type: ignore[arg-type]  # one dict of mixed fields
        changes = {name: new for name, new in fields.items() if new != getattr(one, name)}
        if not changes:
            return ""
        return self.saved(c.EditCandidate(candidates=(one.id,), **changes))  # type: ignore[arg-type]  # as above

    def confirm(self, question: str, yes: str, then: Callable[[], object], about: str = "") -> None:
        """Do something only after a second yes."""

        def answered(choice: str | None) -> None:
            if choice == "yes":
                then()

        self.app.push_screen(confirmation(self.context, question, yes, about), answered)


def _is_yes(typed: str) -> bool:
    return typed.strip().lower() in ("oui", "o", "yes", "y")
