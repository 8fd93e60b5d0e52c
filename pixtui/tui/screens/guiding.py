"""The guided incident on screen: what one sees, about whom, then one form and one entry."""

import datetime as dt
from collections.abc import Callable

from attrs import evolve as changed

from pixtui.domain import commands as c
from pixtui.domain.derive import open_room_interruptions
from pixtui.domain.rollcall import EVACUATION
from pixtui.domain.session import Candidate
from pixtui.present.field import Field, Values
from pixtui.present.guide import Guide
from pixtui.present.incident_forms import alarm_command, annex_command, annex_fields
from pixtui.present.sight import name_of
from pixtui.present.sights import (
    REFUSED_ENTRY,
    ROOM,
    also_found_under,
    blocking_choices,
    elsewhere,
    likely_reason,
    probe,
    settled,
    sights,
    topic_of_sight,
    whom_choices,
)
from pixtui.tui.dialogs.choice import Alarm, Choice
from pixtui.tui.dialogs.compare import compare_form
from pixtui.tui.dialogs.form import Form
from pixtui.tui.screens.undoing import UndoingScreen
from pixtui.wording.when import hour


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
        listed = [(one.key, one.line()) for one in sights(guide)]
        title = self.context.text("What do you see?")
        if guide.one:
            title += f"  {name_of(guide.one)}"

        def chosen(picked: str | None) -> None:
            if picked is not None:
                self._seen(changed(guide, sight=picked))

        also = also_found_under(guide)
        asked = Choice(self.context, title, listed, also=also, topic=topic_of_sight)
        self.app.push_screen(asked, chosen)

    # --- a file

    def do_import_list(self) -> None:
        """Which file, what it would do, then yes or no."""
        # What reads files is loaded when one is asked for: it would slow every start.
        from pixtui.tui.dialogs.import_preview import ask_import

        ask_import(self)

    # --- what was picked

    def _seen(self, guide: Guide) -> None:
        """On to what the sight asks first: another form, a name, a reason, or its own form."""
        other = elsewhere(guide)
        if other == "alarm":
            self.app.do_alarm()  # type: ignore[attr-defined]  # the console has it
        elif other == "hand_over":
            self.app.do_hand_over()  # type: ignore[attr-defined]  # as above
        elif other == "enrolment":
            self._enrol(changed(guide, candidate=None))
        else:
            guide, open_whom = settled(guide)
            self._ask_whom(guide) if open_whom else self._about_someone(guide)

    def _ask_whom(self, guide: Guide) -> None:
        """About whom, the room first."""
        listed = whom_choices(guide)

        def chosen(picked: str | None) -> None:
            if picked is not None:
                self._about_someone(changed(guide, candidate=None if picked == ROOM else picked))

        title = self.context.text("About whom?") + f"  {guide.title}"
        asked = Choice(self.context, title, listed, topic=lambda _whom: topic_of_sight(guide.sight))
        self.app.push_screen(asked, chosen)

    def _about_someone(self, guide: Guide) -> None:
        """The reason where a test ends by it, else the form at once."""
        refused = self.context.desk.judge_json(probe(guide))
        # What the hour of the fact decides is judged with the hour typed.
        if refused is not None and refused.code != "live_only":
            self.say(self.context.explain(refused), "refused")
            return
        if guide.situation == REFUSED_ENTRY and guide.one is not None:
            self._compare_first(guide, guide.one)
            return
        likely = likely_reason(guide)
        if likely:
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
            command = guide.command(values)
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
        form = Form(
            self.context,
            guide.title,
            guide.fields(),
            save,
            about=about,
            concerning=f"{guide.sight} {guide.candidate or ''}",
            topic=topic_of_sight(guide.sight),
        )
        self.app.push_screen(form, left)

    def _ask_what_blocked(self, guide: Guide) -> None:
        """A problem that blocked is reported under another code: which one, else it did not."""
        listed, about = blocking_choices(guide)

        def chosen(picked: str | None) -> None:
            if picked is not None:
                self._about_someone(changed(guide, sight=picked or guide.sight))

        title = self.context.text("It blocked the candidate")
        title += f"  {name_of(guide.one) if guide.one else ''}"
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

        def save(values: Values) -> str:
            context = self.context
            command = annex_command(context.state, values, context.now(), context.words)
            return self.told_json(command)

        fields = annex_fields(self.context.words)
        about = text("What is sealed stays as it is; this is added after it.")
        title, topic = text("Add an annex"), "after-the-seal"
        form = Form(self.context, title, fields, save, about=about, topic=topic)
        self.app.push_screen(form, self.refreshed)

    def ask_alarm(self, then: Callable[[], None]) -> None:
        """Stop the room as of this very instant, the incident written down with it."""
        context, at = self.context, self.context.now().replace(microsecond=0)
        if any(one.candidates is None for one in open_room_interruptions(context.state)):
            then()
            return

        def stopped() -> None:
            refused = self.told_json(alarm_command(at))
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
            Alarm(context, text("ALARM"), listed, about=about, topic="situation-evacuation"),
            lambda chosen: stopped() if chosen == "yes" else None,
        )
