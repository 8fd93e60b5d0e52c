"""The guided incident on screen: what one sees, about whom, then one form and one entry."""

import datetime as dt
from collections.abc import Callable
from functools import partial

from attrs import evolve as changed

from pixtui.domain import commands as c
from pixtui.domain.derive import open_room_interruptions
from pixtui.domain.rollcall import EVACUATION
from pixtui.domain.session import Candidate
from pixtui.present.field import Answers, Field, UnclearError, Values
from pixtui.present.guide import Guide
from pixtui.present.offers import likely_moments
from pixtui.present.sight import CODE_ONLY, name_of
from pixtui.present.width import fit
from pixtui.tui.dialogs.choice import Alarm, Choice
from pixtui.tui.dialogs.compare import compare_form
from pixtui.tui.dialogs.form import Form
from pixtui.tui.screens.undoing import UndoingScreen
from pixtui.wording.catalogue import N_
from pixtui.wording.when import hour, noon

MOMENT_CELLS, SEAT_CELLS = 11, 5
MOMENT_LABELS = {
    "before": N_("before"),
    "technical": N_("technical"),
    "people": N_("people"),
    "end": N_("end"),
}
ROOM = "room"
REFUSED_ENTRY = "refused_entry"
"""The situation in which what was typed is compared with the list."""


class GuidingScreen(UndoingScreen):
    """A screen of a session from which an incident can be written down."""

    def concerned(self) -> str | None:
        """The candidate an incident written down from here is about."""
        return None

    def do_incident(self) -> None:
        """Pick what one sees, then write it down; after the seal, in an annex."""
        if self.context.state.sealed is not None:
            self.ask_annex()
        else:
            self.ask_incident(self.concerned())

    def ask_incident(self, candidate: str | None) -> None:
        """Write down an incident about a candidate, or about someone still to be said."""
        guide = Guide(
            state=self.context.state,
            words=self.context.words,
            book=self.context.rulebook,
            now=self.context.now().replace(microsecond=0),
            sight="",
            candidate=candidate,
            marked=self.held_together(),
        )
        language, book = self.context.words.language, self.context.rulebook
        rules = guide.state.rules
        codes = {one.id: one.code or "" for one in rules.situations}
        listed = [
            (one, f"{codes[one]:<4}{self._moment_of(one)}{book.situation_title(one, language)}")
            for moment in likely_moments(guide.state, candidate)
            for one in book.situations(moment)
            if one in codes
        ]
        blank = " " * MOMENT_CELLS
        listed += [
            (f"{CODE_ONLY}{code}", f"{code:<4}{blank}{book.code_label(code, language)}")
            for code in book.codes()
        ]
        title = self.context.text("What do you see?")
        if guide.one:
            title += f"  {name_of(guide.one)}"

        def chosen(picked: str | None) -> None:
            if picked is not None:
                self._seen(changed(guide, sight=picked))

        also = {
            one: " ".join(
                (
                    book.code_label(code, language),
                    book.situation_also(one, language),
                    book.situation_advice(one, language),
                )
            )
            for one, code in codes.items()
        }
        self.app.push_screen(Choice(self.context, title, listed, also=also), chosen)

    def _moment_of(self, situation: str) -> str:
        """When a situation arises, as a column."""
        moment = self.context.rulebook.moment(situation)
        return fit(self.context.text(MOMENT_LABELS[moment]), MOMENT_CELLS)

    # --- a file

    def do_import_list(self) -> None:
        """Which file, what it would do, then yes or no."""
        # What reads files is loaded when one is asked for: it would slow every start.
        from pixtui.tui.dialogs.import_preview import ask_import

        ask_import(self)

    # --- what was picked

    def _seen(self, guide: Guide) -> None:
        """On to what the sight asks first: another form, a name, a reason, or its own form."""
        elsewhere = {
            "alarm": self.app.do_alarm,  # type: ignore[attr-defined]  # the console has it
            "hand_over": self.app.do_hand_over,  # type: ignore[attr-defined]  # as above
            "enrolment": partial(self._enrol, changed(guide, candidate=None)),
        }
        for part in self.context.rulebook.goes_with(guide.situation):
            if part in elsewhere:
                elsewhere[part]()
                return
        about, book = self.context.rulebook.about(guide.situation), self.context.rulebook
        if about:
            here = (guide.candidate,) if guide.candidate else ()
            some = guide.marked or here if about == "some" else guide.marked
            guide = changed(guide, candidate=None, marked=some)
        of_room = about or book.stops_room(guide.situation)
        if guide.candidate is None and not of_room and guide.state.candidates:
            self._ask_whom(guide)
        else:
            self._about_someone(guide)

    def _ask_whom(self, guide: Guide) -> None:
        """About whom, the room first."""
        listed = [(ROOM, self.context.text("The room, or nobody in particular"))]
        listed += [
            (one.id, fit(one.seat or "", SEAT_CELLS) + name_of(one))
            for one in guide.state.candidates.values()
        ]

        def chosen(picked: str | None) -> None:
            if picked is not None:
                self._about_someone(changed(guide, candidate=None if picked == ROOM else picked))

        title = self.context.text("About whom?") + f"  {guide.title}"
        self.app.push_screen(Choice(self.context, title, listed), chosen)

    def _about_someone(self, guide: Guide) -> None:
        """The reason where a test ends by it, else the form at once."""
        refused = self.context.desk.judge_json(
            {"command": "log_incident", "candidate": guide.candidate, "note": "?"}
            | ({"situation": guide.situation} if guide.situation else {"code": guide.code})
        )
        # What the hour of the fact decides is judged with the hour typed.
        if refused is not None and refused.code != "live_only":
            self.say(self.context.explain(refused), "refused")
            return
        if guide.situation == REFUSED_ENTRY and guide.one is not None:
            self._compare_first(guide, guide.one)
            return
        likely = self.context.rulebook.ends_for(guide.situation)
        started = guide.one is not None and guide.one.start is not None
        if likely and started:
            self.ask_why(
                (guide.candidate or "",),
                lambda reason: self._form(changed(guide, reason=reason)),
                first=likely,
            )
        else:
            self._form(guide)

    def _compare_first(self, guide: Guide, one: Candidate) -> None:
        """What was typed against the list, then what is written down about it."""
        self.app.push_screen(compare_form(self.context, one), lambda _: self._form(guide))

    def _form(self, guide: Guide) -> None:
        blocked: list[Guide] = []

        def save(values: Values) -> str:
            try:
                command = guide.command(values)
            except UnclearError as unclear:
                return str(unclear)
            refused = self.context.desk.judge_json(command)
            if refused is not None and refused.code == "blocking_problem":
                typed = dt.datetime.fromisoformat(command["at"])
                blocked.append(changed(guide, note=values["note"], now=typed))
                return ""
            return self.told_json(command)

        def left(_done: bool | None) -> None:
            self.refreshed()
            if blocked:
                self._ask_what_blocked(blocked[-1])

        about = "\n".join(guide.advice())
        form = Form(self.context, guide.title, guide.fields(), save, about=about)
        self.app.push_screen(form, left)

    def _ask_what_blocked(self, guide: Guide) -> None:
        """A problem that blocked is reported under another code: which one, else it did not."""
        text, book = self.context.text, self.context.rulebook
        language, rules = self.context.words.language, guide.state.rules
        listed = [("", text("It did not block: keep {code}", code=guide.code))]
        for one in rules.situations:
            rule = rules.code(one.code) if one.code else None
            if rule is not None and rule.live and not rule.deprecated:
                listed.append((one.id, f"{rule.code:<4}{book.situation_title(one.id, language)}"))

        def chosen(picked: str | None) -> None:
            if picked is not None:
                self._about_someone(changed(guide, sight=picked or guide.sight))

        about = text(
            "Pix takes no account of a blocking problem under {code}. What blocked?",
            code=guide.code,
        )
        title = text("It blocked the candidate") + f"  {name_of(guide.one) if guide.one else ''}"
        self.app.push_screen(Choice(self.context, title.rstrip(), listed, about=about), chosen)

    def _enrol(self, guide: Guide) -> None:
        """Add who is not on the list, then write down that it was so; or only write it down."""
        text = self.context.text
        listed = [
            ("add", text("The referent enrols them: add them to the list")),
            ("write", text("Not enrolled: only write it down")),
        ]

        def chosen(what: str | None) -> None:
            if what == "add":
                self._add_then_write(guide)
            elif what == "write":
                self._form(guide)

        self.app.push_screen(Choice(self.context, guide.title, listed), chosen)

    def _add_then_write(self, guide: Guide) -> None:
        before = set(guide.state.candidates)

        def added(_done: object = None) -> None:
            self.refreshed()
            made = [one for one in self.context.state.candidates if one not in before]
            if made:
                self._form(changed(guide, state=self.context.state, candidate=made[-1]))

        self.ask_candidate(None, added)

    # --- what else is written about an incident

    def ask_close(self, incident: str) -> None:
        """How an incident was dealt with."""
        field = Field(name="outcome", label=self.context.text("what was done"))

        def save(values: Values) -> str:
            return self.saved(c.CloseIncident(incident=incident, outcome=values["outcome"]))

        title = self.context.text("Close incident {incident}", incident=incident)
        self.app.push_screen(Form(self.context, title, [field], save), self.refreshed)

    def ask_annex(self) -> None:
        """Something remembered after the seal, with the true time of the facts."""
        text = self.context.text
        fields = [
            Field(name="at", label=text("time of the fact"), hint=text("09:05; nothing: now")),
            Field(name="note", label=text("annex"), needed=True),
            Field(
                name="candidate",
                label=text("candidate"),
                hint=text("seat or name, nothing for the room"),
            ),
        ]

        def save(values: Values) -> str:
            named = {"candidate": values["candidate"]} if values["candidate"] else {}
            try:
                at = self._on_the_day(values)
            except UnclearError as unclear:
                return str(unclear)
            return self.told_json({"command": "annex", "note": values["note"], **named, **at})

        about = text("What is sealed stays as it is; this is added after it.")
        self.app.push_screen(
            Form(self.context, text("Add an annex"), fields, save, about=about), self.refreshed
        )

    def _on_the_day(self, values: Values) -> dict[str, str]:
        """The time typed, on the session's day; nothing where nothing is typed."""
        context, day = self.context, noon(self.context.state, self.context.now())
        answers = Answers(
            state=context.state, words=context.words, now=context.now(), values=values, day=day
        )
        at = answers.time("at")
        return {"at": at.isoformat()} if at else {}

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
            Alarm(context, text("ALARM"), listed, about=about),
            lambda chosen: stopped() if chosen == "yes" else None,
        )
