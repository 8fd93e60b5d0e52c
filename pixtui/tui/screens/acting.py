"""One key an action on the candidates of the grid, and everything else about one of them."""

from pixtui.desk.desk import Done
from pixtui.domain import commands as c
from pixtui.domain.derive import alerts, candidate_state, open_interruptions
from pixtui.domain.history import last_about
from pixtui.domain.outcome import Refusal
from pixtui.domain.session import Candidate
from pixtui.present.bulk import done_already, split, time_left
from pixtui.present.offers import Offer, early, offers, undecided
from pixtui.present.paper import waiting
from pixtui.tui.dialogs.bulk import preview
from pixtui.tui.dialogs.by_hand import paper_form, seats_form
from pixtui.tui.dialogs.choice import Choice
from pixtui.tui.screens.people import PeopleScreen
from pixtui.tui.widgets.row_list import RowList
from pixtui.wording.labels import state_label
from pixtui.wording.when import hour


class ActingScreen(PeopleScreen):
    """A screen with the grid of the candidates, from which all is declared about them."""

    @property
    def grid(self) -> RowList:
        """The list of rows."""
        return self.query_one("#grid", RowList)

    def standing(self, one: Candidate) -> str:
        """A candidate's state in words."""
        return state_label(self.context.words, candidate_state(self.context.state, one))

    @property
    def one(self) -> Candidate | None:
        """The candidate under the cursor."""
        return self.context.state.candidates.get(self.grid.current or "")

    # --- one key an action

    def _on_chosen(self, act: c.OnCandidates, *, careful: bool = False) -> None:
        """Declare an act; about several, only after a look at whom it concerns."""
        if not act.candidates:
            return
        context = self.context
        elsewhere = self.grid.marked and act.candidates != (self.grid.current,)
        if len(act.candidates) == 1 and not elsewhere:
            one = context.state.candidates[act.candidates[0]]
            if done_already(act, one):
                self.say(context.text("{name}: done already.", name=self.name_of(one.id)), "warned")
            else:
                self._declare(act)
            return
        found = split(context.state, act, context.desk.judge, context.explain, context.words)

        def answered(choice: str | None) -> None:
            wanted = {"yes": found.act, "due": found.only(due)}.get(choice or "")
            # The marks of those whom it did not concern would catch the next key.
            if wanted is not None and isinstance(self.ask(wanted), Done):
                self.grid.clear_marks(act.candidates)

        due = self._due(found.act)
        self.app.push_screen(preview(context, found, careful=careful, due=due), answered)

    def _due(self, act: c.OnCandidates) -> tuple[str, ...]:
        """Of those whose test would end, the ones whose time is over; of another act, all."""
        if not isinstance(act, c.Finish):
            return act.candidates
        state, now = self.context.state, self.context.now()
        return tuple(one for one in act.candidates if not time_left(state, one, now))

    def _declare(self, act: c.OnCandidates) -> None:
        if isinstance(self.ask(act), Done):
            self.grid.clear_marks(act.candidates)

    def do_identity(self) -> None:
        """Identity checked."""
        self._on_chosen(c.CheckIdentity(candidates=self.grid.chosen))

    def do_sign(self) -> None:
        """Attendance sheet signed."""
        self._on_chosen(c.Sign(candidates=self.grid.chosen))

    def do_presence(self) -> None:
        """Presence confirmed in the invigilator space."""
        self._on_chosen(c.ConfirmPresence(candidates=self.grid.chosen))

    def do_ready(self) -> None:
        """Ready, waiting for the code."""
        self._on_chosen(c.MarkReady(candidates=self.grid.chosen))

    def do_start(self) -> None:
        """The test began."""
        self._on_chosen(c.Start(candidates=self.grid.chosen))

    def do_hold(self) -> None:
        """Held up, or going on again."""
        chosen = self.grid.chosen
        if not chosen:
            return
        held = [
            any(one.own for one in open_interruptions(self.context.state, key)) for key in chosen
        ]
        if all(held):
            self._on_chosen(c.Resume(candidates=chosen))
            return
        refused = [
            self.context.desk.judge(c.Interrupt(candidates=(one,), cause="other")) for one in chosen
        ]
        if all(isinstance(one, Refusal) for one in refused):
            self.tell(next(one for one in refused if isinstance(one, Refusal)))
        else:
            self.ask_interrupt(chosen)

    def held_together(self) -> tuple[str, ...]:
        """The marked ones: a row, some machines."""
        return self.grid.chosen if self.grid.marked else ()

    def held(self) -> None:
        """Their marks would catch the next key."""
        self.grid.clear_marks()

    def do_finish(self) -> None:
        """The candidate ended the test."""
        one, act = self.one, c.Finish(candidates=self.grid.chosen)
        if one is not None and act.candidates == (one.id,) and self._hardly_begun(one):
            since = hour(self.context.state, one.start.at) if one.start else ""
            name, text = self.name_of(one.id), self.context.text
            question = text("{name} began at {at}: ended already?", name=name, at=since)
            self.confirm(question, text("Yes, the test ended"), lambda: self._declare(act))
            return
        left = time_left(self.context.state, act.candidates[0], self.context.now()) if one else 0
        before = len(self.context.state.history)
        self._on_chosen(act)
        saved = len(self.context.state.history) > before
        if left and len(act.candidates) == 1 and saved and not self.warned:
            said = self.context.words.plural(
                "Ended with {n} minute left.", "Ended with {n} minutes left.", left
            )
            self.say(f"{self.context.say_entry(len(self.context.state.history))} {said}", "done")

    def _hardly_begun(self, one: Candidate) -> bool:
        """Whether an end of that running test is asked twice."""
        state, now = self.context.state, self.context.now()
        return one.end is None and early(state, one, now)

    def do_end_screen(self) -> None:
        """End-of-test page seen."""
        self._on_chosen(c.SeeEndScreen(candidates=self.grid.chosen))

    def do_sign_out(self) -> None:
        """Signed out of Pix."""
        self._on_chosen(c.SignOut(candidates=self.grid.chosen))

    def do_absent(self) -> None:
        """Did not come."""
        self._on_chosen(c.MarkAbsent(candidates=self.grid.chosen), careful=True)

    def do_certifiable(self) -> None:
        """May be certified, or may not: the other way round where all chosen already may."""
        known = [self.context.state.candidates[key].certifiability for key in self.grid.chosen]
        yes = not all(one is not None and one.certifiable for one in known)
        self._on_chosen(c.RecordCertifiability(candidates=self.grid.chosen, certifiable=yes))

    # --- everything else about one candidate

    def do_offer(self) -> None:
        """What naturally comes next, and everything else."""
        one = self.one
        if one is None:
            self.do_add()
            return
        listed = offers(self.context.state, one, self.context.now())
        choices = [
            (str(place), self.context.text(offer.label)) for place, offer in enumerate(listed)
        ]
        careful = frozenset(str(place) for place, offer in enumerate(listed) if offer.careful)

        def chosen(place: str | None) -> None:
            if place is not None:
                self._take(one, listed[int(place)])

        title = f"{self.name_of(one.id)} · {self.standing(one)}"
        self.app.push_screen(Choice(self.context, title, choices, dangerous=careful), chosen)

    def _take(self, one: Candidate, offer: Offer) -> None:
        who = (one.id,)
        act = offer.act
        if act is not None and offer.careful:
            text = self.context.text(offer.label)
            name = self.name_of(one.id)
            question = self.context.text("{name}: {what}?", name=name, what=text)
            self.confirm(question, text, lambda: self.ask(act))
        elif act is not None:
            self.ask(act)
        else:
            {
                "incident": lambda: self.ask_incident(one.id),
                "interrupt": lambda: self.ask_interrupt(who),
                "reason": lambda: self.ask_reason(who),
                "turn_away": lambda: self.ask_turn_away(who),
                "workstation": lambda: self.ask_workstation(who),
                "decide": lambda: self.ask_close(undecided(self.context.state, one)),
                "close_alert": lambda: self.ask_close(alerts(self.context.state, one.id)[0].id),
            }[offer.asks]()

    def do_undo_last(self) -> None:
        """Undo the last thing declared about this candidate."""
        one = self.one
        event = last_about(self.context.state.history, one.id) if one else None
        if one is not None and event is None:
            self.say(self.context.text("Nothing was declared about this candidate."))
        elif one is not None and event is not None:
            self.ask_undo(event, one.id)

    def do_add(self) -> None:
        """Add a candidate."""
        self.ask_candidate(None)

    def do_seats(self) -> None:
        """Seats in the order shown."""
        keys = self.grid.chosen if self.grid.marked else [row.key for row in self.grid.rows]
        people = [self.context.state.candidates[key] for key in keys]

        def seated(done: bool | None) -> None:
            if done:
                self.grid.clear_marks()
            self.refreshed()

        if people:
            self.app.push_screen(seats_form(self.context, people, self.tell), seated)

    def do_from_paper(self) -> None:
        """One candidate after the other, from the one under the cursor on."""
        left = waiting(self.context.state)
        if not left:
            self.say(self.context.text("Everyone's day is told to its end."))
            return
        one = self.one if self.one in left else left[0]
        assert one is not None  # either of them is a candidate
        self._type_in(one, "")

    def _type_in(self, one: Candidate, usual_start: str) -> None:
        typed: dict[str, str] = {}

        def answered(done: bool | None) -> None:
            self.refreshed()
            state = self.context.state
            after = list(state.candidates)[list(state.candidates).index(one.id) + 1 :]
            left = [other for other in waiting(state) if other.id in after]
            if done and left:
                self._type_in(left[0], typed.get("start", "") or usual_start)

        form = paper_form(self.context, one, usual_start, typed.update, self.tell)
        self.app.push_screen(form, answered)

    def do_edit(self) -> None:
        """Change what is known of a candidate."""
        if self.one is not None:
            self.ask_candidate(self.one)

    def do_remove(self) -> None:
        """Take off the list a candidate about whom nothing was declared."""
        one = self.one
        if one is not None:
            question = self.context.text("Take {name} off the list?", name=self.name_of(one.id))
            yes = self.context.text("Yes, take off")
            self.confirm(question, yes, lambda: self.ask(c.RemoveCandidate(candidates=(one.id,))))
