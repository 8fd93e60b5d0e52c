"""The live grid: every candidate on one line, the most pressing first; one key an action."""

import datetime as dt
from typing import ClassVar

from textual.app import ComposeResult
from textual.widgets import Input, Static

from pixtui.desk.desk import Done
from pixtui.domain import commands as c
from pixtui.domain.derive import alerts, candidate_state, flags, open_interruptions
from pixtui.domain.history import last_about
from pixtui.domain.outcome import Refusal
from pixtui.domain.session import Candidate, State
from pixtui.domain.timing import floor_minute, real_end
from pixtui.present.bulk import done_already, split, time_left
from pixtui.present.grid import (
    ORDERS,
    Columns,
    Order,
    columns_for,
    heading_cells,
    signs_legend,
)
from pixtui.present.grid_memory import GridMemory
from pixtui.present.head import counters_line, deadline_line
from pixtui.present.offers import Offer, early, offers, undecided
from pixtui.present.paper import waiting
from pixtui.present.width import wrap
from pixtui.tui.actions import Scope
from pixtui.tui.dialogs.bulk import preview
from pixtui.tui.dialogs.by_hand import paper_form, seats_form
from pixtui.tui.dialogs.choice import Choice
from pixtui.tui.screens.guiding import GuidingScreen
from pixtui.tui.widgets.entry import Entry
from pixtui.tui.widgets.row_list import RowList
from pixtui.tui.widgets.text_panel import TextPanel
from pixtui.wording.catalogue import N_
from pixtui.wording.labels import FLAGS, label, state_label
from pixtui.wording.sentences import short_end_sentence
from pixtui.wording.when import hour

ORDER_NAMES: dict[Order, str] = {
    "urgency": N_("Ordered by urgency."),
    "name": N_("Ordered by name."),
    "seat": N_("Ordered by seat."),
}


class GridScreen(GuidingScreen):
    """The candidates of a session, live."""

    SCOPES: ClassVar[tuple[Scope, ...]] = ("everywhere", "list", "session", "grid")

    def __init__(self, context: object) -> None:
        super().__init__(context)  # type: ignore[arg-type]  # the screens of a session share one context
        self._order: Order = "urgency"
        self._memory = GridMemory(self.context.words)
        self._deadline_of: tuple[State | None, dt.datetime | None, int] = (None, None, 0)
        self._deadline_text = ""

    def compose_body(self) -> ComposeResult:
        """Counters, next ends, the grid, what the row under the cursor holds."""
        yield Static(id="counters", markup=False)
        yield Static(id="deadline", markup=False)
        search = Entry(placeholder=self.context.text("search"), id="filter", compact=True)
        search.cursor_blink = False
        search.display = False
        yield search
        yield TextPanel(id="heading")
        yield RowList(id="grid")
        yield TextPanel(id="detail")

    @property
    def grid(self) -> RowList:
        """The list of rows."""
        return self.query_one("#grid", RowList)

    def show_body(self) -> None:
        """Show the rows as they stand now."""
        context = self.context
        state, words = context.state, context.words
        self.put("#counters", counters_line(state, words))
        self.put("#deadline", self._deadline())
        columns = columns_for(self.grid.room or 78)
        heading = "  " + "".join(text for text, _tone in heading_cells(words, columns))
        self.query_one("#heading", TextPanel).show([(heading, "dim")])
        self._show_rows(columns)

    def _deadline(self) -> str:
        """What the clock brings: told anew each minute and after each fact."""
        context, now, width = self.context, self.context.now(), self.app.size.width
        minute = floor_minute(now)
        state, *when = self._deadline_of
        if state is not context.state or when != [minute, width]:
            self._deadline_of = context.state, minute, width
            self._deadline_text = deadline_line(context.state, now, context.words, width)
        return self._deadline_text

    def _show_rows(self, columns: Columns) -> None:
        context = self.context
        rows = self._memory.rows(
            context.state,
            context.now(),
            columns,
            order=self._order,
            wanted=self.query_one("#filter", Input).value,
            extra_time=not context.hide_extra_time,
        )
        self.grid.show(rows)
        self._explain()

    def legend(self) -> str:
        """The signs of the rows, in their places."""
        return signs_legend(self.context.words)

    def on_row_list_moved(self) -> None:
        """Say what the row under the cursor holds."""
        self._explain()

    def _explain(self) -> None:
        one = self.one
        panel = self.query_one("#detail", TextPanel)
        if one is None:
            empty = self.context.text(
                "Nobody here yet: {key} adds a candidate, Ctrl+F brings a list in.",
                key=self.context.key("add"),
            )
            panel.show([(f" {empty}" if not self.context.state.candidates else "", "dim")])
            return
        state, words, now = self.context.state, self.context.words, self.context.now()
        end = real_end(state, one, now)
        cells = max(panel.size.width - 2, 20)
        told = (
            short_end_sentence(words, end, state, cells)
            if end and not self.context.hide_extra_time
            else ""
        )
        standing = self.standing(one)
        if one.end is not None:
            over = self.context.text("ended at {at}, due:", at=hour(state, one.end.at))
            told = f"{over} {told}" if told else ""
        held = [
            label(FLAGS, flag, words)
            for flag in flags(state, one, now)
            if not (flag == "extra_time" and self.context.hide_extra_time)
        ]
        more = wrap(" · ".join(filter(None, (told, ", ".join(held)))), cells)
        if len(more) > 2:
            more = [more[0], " ".join(more[1:])]
        name = f" {self.name_of(one.id)} · {standing}"
        panel.show([(name, "strong"), *((f" {line}", "plain") for line in more)])

    def standing(self, one: Candidate) -> str:
        """A candidate's state in words."""
        return state_label(self.context.words, candidate_state(self.context.state, one))

    @property
    def one(self) -> Candidate | None:
        """The candidate under the cursor."""
        return self.context.state.candidates.get(self.grid.current or "")

    def concerned(self) -> str | None:
        """An incident written down from here is about the row under the cursor."""
        return self.grid.current

    # --- search, order, marks

    def do_filter(self) -> None:
        """Open the search."""
        self._show_search(shown=True)
        self.query_one("#filter", Input).focus()

    def _show_search(self, *, shown: bool) -> None:
        """The search stands in the place of the headings: no row moves for it."""
        self.query_one("#filter", Input).display = shown
        self.query_one("#heading", TextPanel).display = not shown

    def on_input_changed(self) -> None:
        """Keep only the rows with these letters."""
        self._show_rows(columns_for(self.grid.room or 78))

    def on_input_submitted(self) -> None:
        """Back to the rows found."""
        self._show_search(shown=bool(self.query_one("#filter", Input).value))
        self.grid.focus()

    def do_back(self) -> None:
        """Close the search, take the marks away, else go back to the steps."""
        search = self.query_one("#filter", Input)
        if search.display:
            search.value = ""
            self._show_search(shown=False)
            self.grid.focus()
            self.show_body()
        elif self.grid.marked:
            self.grid.clear_marks()
        else:
            self.app.do_checklist()  # type: ignore[attr-defined]  # the console has it

    def do_order(self) -> None:
        """The next order."""
        self._order = ORDERS[(ORDERS.index(self._order) + 1) % len(ORDERS)]
        self.say(self.context.text(ORDER_NAMES[self._order]))
        self.show_body()

    def do_extra_time(self) -> None:
        """Hide or show the extra time."""
        self.context.hide_extra_time = not self.context.hide_extra_time
        hidden = self.context.hide_extra_time
        text = self.context.text
        self.say(text("Extra time hidden.") if hidden else text("Extra time shown."))
        self.show_body()

    def do_mark(self) -> None:
        """Mark this row."""
        self.grid.toggle_mark()
        self._count_marks()

    def do_mark_all(self) -> None:
        """Mark all rows shown."""
        self.grid.mark_all()
        self._count_marks()

    def _count_marks(self) -> None:
        count = len(self.grid.marked)
        self.say(self.context.words.plural("{n} row marked.", "{n} rows marked.", count))

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
