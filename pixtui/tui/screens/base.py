"""What all screens share: the lines at the top and at the bottom, and the way to an action.

The head says where and when we are, the line below it what to do next; at the bottom stand
the answer to the last key and the keys. Each screen fills what is between.
"""

from typing import Any, ClassVar, TypeVar

from textual import events
from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.content import Content
from textual.reactive import Reactive
from textual.screen import ModalScreen, Screen
from textual.widget import Widget
from textual.widgets import Static

from pixtui.desk.desk import Answer, Done
from pixtui.desk.rehearsing import Rehearsal
from pixtui.domain.commands import Act
from pixtui.domain.outcome import Refusal
from pixtui.domain.session import State
from pixtui.present.head import head_line, next_line
from pixtui.present.rehearsal import pace_line, told_line, told_with
from pixtui.present.replay import replay_lines, replay_mark
from pixtui.present.width import wrap
from pixtui.store.presence import Present
from pixtui.tui.actions import Action, Scope
from pixtui.tui.context import Context, Voice
from pixtui.tui.performing import Listing, Performs
from pixtui.tui.widgets.keys_bar import KeysBar
from pixtui.tui.widgets.row_list import RowList
from pixtui.tui.wire.once import PaintsOnce
from pixtui.wording.catalogue import N_
from pixtui.wording.fiction import fiction_mark
from pixtui.wording.rehearsals import pace_said

__all__ = ["Dialog", "Entrance", "Listing", "Performs", "SessionScreen"]

T = TypeVar("T")
DIALOG_CELLS = 76
"""The widest a dialog is, as in its style sheet."""
OWN_FROM = 3
"""Where a screen's own places begin among its places: after those of every session screen."""
LOW_ROWS = 18
"""Under so many rows a dialog takes the whole terminal, as in the style sheet for small ones."""


class Entrance(Listing, Performs, PaintsOnce[None]):
    """A screen from which one goes into a session, and comes back to: it lies below them."""

    AUTO_FOCUS = "RowList"

    def say(self, text: str, tone: str = "") -> None:
        """Put an answer on the message line."""
        for line in self.query("#message").results(Static):
            line.set_classes(tone)
            line.update(Content(text))


class SessionScreen(Listing, Performs, PaintsOnce[None]):
    """A screen of an open session; it shows what the desk knows and asks the desk."""

    SCOPES: ClassVar[tuple[Scope, ...]] = ("everywhere", "list", "session")
    AUTO_FOCUS = "RowList"
    focused: Reactive[Widget | None] = Reactive(None, repaint=False)
    """As Textual's own, but another focus does not paint the whole screen again."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.voice = self.context = context
        self._to_say = ("", "")
        self._shown: tuple[State, tuple[Present, ...]] | None = None
        self.bind_actions(self)

    @property
    def places(self) -> tuple[Scope, ...]:
        """In a replay its own keys hold too, and so do those of a rehearsal in one."""
        if self.context.replay is not None:
            return (*self.SCOPES, "replay")
        if self.context.rehearsal is not None:  # its keys come after those of the screen's own
            return (*self.SCOPES[:OWN_FROM], "rehearsal", *self.SCOPES[OWN_FROM:])
        return self.SCOPES

    def offered(self) -> list[Action]:
        """The actions that are offered here; in a replay none that it refuses."""
        listed = super().offered()
        if self.context.replay is None:
            return listed
        return [one for one in listed if not one.writes and not one.aside]

    # --- what is on it

    def compose(self) -> ComposeResult:
        """The head, the next step, the body, the answer, the keys; a replay says so above all."""
        if self.context.replay is not None:
            yield Static(id="replay", markup=False)
        yield Static(id="head", markup=False)
        yield Static(id="next", markup=False)
        if self.context.rehearsal is not None:
            yield Static(id="told", markup=False)
        yield from self.compose_body()
        yield from self.compose_foot()
        yield Static(id="message", markup=False)
        yield KeysBar(self.context.words, self.footer_actions())

    def compose_body(self) -> ComposeResult:
        """What this screen is about."""
        raise NotImplementedError

    def compose_foot(self) -> ComposeResult:
        """What else may stand in the place of the answer."""
        yield from ()

    def on_mount(self) -> None:
        """Show the session as it is."""
        self.say(*self._to_say)
        self.show()

    def on_screen_resume(self) -> None:
        """Show what happened while another screen was in front."""
        self.show()

    def on_row_list_resized(self) -> None:
        """Lay the rows out for their width."""
        self.show_body()

    def show(self) -> None:
        """Show the session as it stands now; only what changed is painted."""
        if not self.is_mounted or not self.query("#head") or not self.query(RowList):
            return  # not there yet, or on its way out while a minute passes
        context, now = self.context, self.context.now()
        self._shown = context.state, context.desk.others
        cells = max(self.app.size.width, 8)
        by, others = context.desk.by, [one.by for one in context.desk.others]
        head = head_line(
            context.state, now, context.words, by, cells, others, read_only=context.looks_on
        )
        self.put("#head", head)
        key = context.key("room")
        following = next_line(context.state, context.words, context.rulebook, key)
        if context.rehearsal is not None:
            following = self._with_pace(following, context.rehearsal, cells)
            self._tell_unread(context.rehearsal)
        self.put("#next", following)
        self.show_replay()
        self.show_body()

    def _with_pace(self, following: str, rehearsal: Rehearsal, cells: int) -> str:
        """How the clock of the rehearsal goes stands below the hour, as long as it goes so."""
        progress = rehearsal.progress
        said = pace_said(self.context.words, paused=progress.paused, pace=progress.pace)
        return pace_line(following, said, cells)

    def _tell_unread(self, rehearsal: Rehearsal) -> None:
        """What has happened stays below the first lines until it is read."""
        unread = [one for one in rehearsal.told if not one.read]
        line = self.query_one("#told", Static)
        line.set_class(bool(unread), "-on")
        if not unread:
            return
        context, key = self.context, self.context.key("read_told")
        told = told_line(rehearsal.scenario, unread[0], context.state, context.words)
        more = context.words.plural("and {n} more", "and {n} more", len(unread) - 1)
        tail = f" ({more})" if len(unread) > 1 else ""
        end = f"{tail} · {context.text(N_('[{key}] read'), key=key)}"
        self.put("#told", told_with(told, end, max(self.app.size.width - 2, 8)))

    def show_replay(self) -> None:
        """Say that this is past: which entry, when, at which speed, what it declared."""
        context = self.context
        if context.replay is not None and self.query("#replay"):
            size = self.app.size
            told = replay_lines(context.replay, context.words, context.rulebook, size.width)
            self.put("#replay", "\n".join(told if size.height >= LOW_ROWS else told[:1]))

    @property
    def is_up_to_date(self) -> bool:
        """Whether everything the desk knows was shown here already."""
        if self._shown is None:
            return False
        state, others = self._shown
        return state is self.context.state and others == self.context.desk.others

    def show_body(self) -> None:
        """Show what this screen is about."""

    def put(self, selector: str, text: str) -> None:
        """Put a text into one of the lines, where it is not there already."""
        line = self.query_one(selector, Static)
        if str(line.content) != text:
            line.update(Content(text), layout=line.styles.is_auto_height)

    def on_resize(self, _event: events.Resize) -> None:
        """Lay out for the new size."""
        self.show()

    # --- what it does

    def bring_up(self, key: str) -> None:
        """Put the cursor on that line, even if a search hides it."""
        self.query_one(RowList).go_to(key)

    def say(self, text: str, tone: str = "") -> None:
        """Put an answer on the message line; on a screen still to be composed, once it is."""
        self._to_say = (text, tone)
        for line in self.query("#message").results(Static):
            if not line.has_class(tone) if tone else line.classes:
                line.set_classes(tone)
            if str(line.content) != text:
                cells = max(line.size.width, 1)
                higher = len(wrap(text, cells)) != len(wrap(str(line.content), cells))
                line.update(Content(text), layout=higher)

    def topics(self) -> list[str]:
        """The answer just said, what is under the cursor, the screen."""
        past = ["scope-replay"] if self.context.replay is not None else []
        said = self.context.topic_of(self._to_say[0])
        return [*said, *past, *self.topics_here(), *super().topics()]

    def topics_here(self) -> list[str]:
        """What is under the cursor."""
        return []

    @property
    def warned(self) -> bool:
        """Whether the answer that stands there warns or refuses."""
        return self._to_say[1] in ("warned", "refused")

    def forget_answer(self) -> None:
        """Empty the message line: its answer was to a key of another moment."""
        if self.is_mounted:
            self.say("")

    def ask(self, act: Act) -> Answer:
        """Ask the desk for an act and say what came of it."""
        answer = self.context.submit(act)
        self.tell(answer)
        return answer

    def tell(self, answer: Answer) -> None:
        """Say what came of an act: why it is refused, what to beware of, or that it is done."""
        text = self.context.explain(answer)
        if isinstance(answer, Refusal):
            self.say(text, "refused")
        elif text:
            self.say(self.context.text("Saved. {warning}", warning=text), "warned")
        else:
            self.say(self.done_text(answer), "done")
        self.show()

    def done_text(self, answer: Done) -> str:
        """What an acknowledged act leaves on the message line."""
        return self.context.say_entry(answer.seq)

    def allows(self, action: Action) -> bool:
        """Nothing is declared where the session is read-only, nor made in a replay."""
        if action.id == "alarm" and self.context.before_open:
            return True  # of the session behind the replay
        aside = action.aside and self.context.replay is not None
        if aside or (action.writes and self.context.read_only):
            self.tell(self.context.desk.why_read_only())
            return False
        return True


class Dialog(Performs, PaintsOnce[T | None], ModalScreen[T | None]):
    """Something asked in front of a screen; Escape leaves it and changes nothing.

    Help, and in a session the alarm, are a key away here too.
    """

    def __init__(self, voice: Voice) -> None:
        super().__init__()
        self.voice = voice
        keymap = voice.keymap
        alarm = [keymap.by_id["alarm"]] if isinstance(voice, Context) else []
        self.bind_actions(self, [*keymap.of(("everywhere",)), *alarm])

    def on_mount(self) -> None:
        """What hides the head of a rehearsal or of a replay says above itself that it is one."""
        if self._mark:
            self.add_class("-marked")
            self.mount(Static(Content(f" {self._mark} "), id="mark", markup=False))

    @property
    def _mark(self) -> str:
        if not isinstance(self.voice, Context):
            return ""
        if self.voice.replay is not None:
            return replay_mark(self.voice.words)
        if self.voice.rehearsal is not None:
            return fiction_mark(self.voice.state.details, self.voice.words)
        return ""

    def on_resize(self) -> None:
        """Share the lines of the new size."""
        self.lay_out()

    def lay_out(self) -> None:
        """Give what is listed the lines there are."""

    def give_lines(self, listed: Widget, wanted: int, *texts: str, other: int) -> None:
        """Give a list the lines it wants, as far as these texts and ``other`` lines leave them.

        On a low terminal the style sheet gives it all that is left.
        """
        if self.app.size.height < LOW_ROWS:
            listed.styles.clear_rule("height")
        else:
            room = self._room_below(*texts, other=other)
            listed.styles.height = max(min(wanted, room), 1)

    def _room_below(self, *texts: str, other: int) -> int:
        """Lines left for a list below these texts and ``other`` more lines; at least one."""
        screen = self.app.size
        cells = max(min(DIALOG_CELLS, screen.width * 9 // 10) - 4, 10)
        taken = sum(len(wrap(text, cells)) + 1 for text in texts if text)
        return max(screen.height - taken - other - bool(self._mark), 1)

    left = False
    """Whether it was answered: a second key must not answer what stands behind it."""

    def dismiss(self, result: T | None = None) -> AwaitComplete:
        """Leave with an answer, once."""
        if self.left:
            return AwaitComplete()
        self.left = True
        return super().dismiss(result)

    def perform(self, screen: Screen[Any], action_id: str) -> None:
        """Do an action, unless the dialog was left."""
        if not self.left:
            super().perform(screen, action_id)

    def do_cancel(self) -> None:
        """Leave; nothing changes."""
        self.dismiss(None)

    do_dismiss = do_cancel
