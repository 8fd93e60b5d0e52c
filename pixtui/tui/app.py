"""The console: who is at the keyboard, and the actions that hold on every screen."""

from collections.abc import Callable
from pathlib import Path

from pixtui.clock import Clock
from pixtui.desk.settings import LoadedSettings
from pixtui.domain.derive import phase
from pixtui.domain.rehearsal.pace import DEFAULT_SPEED
from pixtui.domain.text import visible
from pixtui.present.field import Field, Values
from pixtui.rules.rulebook import Rulebook
from pixtui.terminal import Look
from pixtui.tui.actions import BY_ID
from pixtui.tui.context import Voice
from pixtui.tui.dialogs.choice import confirmation
from pixtui.tui.dialogs.form import Form
from pixtui.tui.dialogs.of_session import brief_dialog, copy_form, details_form, hand_over_form
from pixtui.tui.keymap import Loaded
from pixtui.tui.rehearsing import Rehearsing
from pixtui.tui.replaying import Replaying
from pixtui.tui.screens.base import Dialog, SessionScreen
from pixtui.tui.screens.checklist import ChecklistScreen
from pixtui.tui.screens.guiding import GuidingScreen
from pixtui.tui.shell import SHIPPED, UNSET
from pixtui.wording.catalogue import Words


class Console(Rehearsing, Replaying):
    """pixtui's console."""

    def __init__(
        self,
        words: Words,
        rulebook: Rulebook,
        folder: Path,
        by: str | None,
        session: Path | None = None,
        *,
        view: bool = False,
        clock: Clock | None = None,
        keys: Loaded = SHIPPED,
        look: Look | None = None,
        scenario: Path | None = None,
        speed: int = DEFAULT_SPEED,
        choosing: bool = False,
        settings: LoadedSettings = UNSET,
        replay_at: str | None = None,
    ) -> None:
        """``replay_at``, where it is given, is the moment from which the session is replayed."""
        super().__init__(
            words,
            rulebook,
            folder,
            by,
            view=view,
            clock=clock,
            keys=keys,
            look=look,
            settings=settings,
        )
        self._first, self._replay_at = session, replay_at
        self._scenario, self._choosing, self.speed = scenario, choosing, speed

    def on_mount(self) -> None:
        """Open what was asked for."""
        if self.by is None and not self.view:
            self._ask_name(self._begin)
        else:
            self._begin()

    def _begin(self) -> None:
        if self._first is not None and self._replay_at is not None:
            self.open_replay(self._first, self._replay_at)
            return
        if self._first is not None:
            self.open_session(self._first)
            return
        self.show_list()
        if self._scenario is not None:
            self.begin_rehearsal(self._scenario)
        elif self._choosing:
            self.do_rehearse()

    def _ask_name(self, then: Callable[[], None]) -> None:
        text = self.voice.text

        def save(values: Values) -> str:
            self.by = values["by"]
            return ""

        def saved(done: bool | None) -> None:
            if done:
                then()
            else:
                self.exit()

        usual = self.voice.settings.by or ""
        label = text("your name")
        field = Field(name="by", label=label, value=usual, needed=True, hint="Mme Sarr")
        about = text("It stands beside everything you declare.")
        self.push_screen(
            Form(self.voice, text("Who is at the keyboard?"), [field], save, about=about), saved
        )

    # --- the actions of every screen

    @property
    def front_voice(self) -> Voice:
        """What is asked in front of a session knows of it: the alarm is a key away there."""
        return self.context or self.voice

    def do_grid(self) -> None:
        """The live grid."""
        self.show_screen("grid")

    def do_checklist(self) -> None:
        """The steps of the procedure."""
        self.show_screen("checklist")

    def do_incidents(self) -> None:
        """The incident log."""
        self.show_screen("incidents")

    def do_finalise(self) -> None:
        """The end."""
        self.show_screen("finalise")

    def do_history(self) -> None:
        """Every entry."""
        self.show_screen("history")

    def do_certifiability(self) -> None:
        """Who may be certified."""
        self.show_screen("certifiability")

    def do_typing(self) -> None:
        """What each candidate types, the cursor on the one concerned."""
        front = self.session_screen
        concerned = front.concerned() if isinstance(front, GuidingScreen) else None
        self.show_on("typing", concerned)

    def do_back(self) -> None:
        """From a screen to the steps, from the steps to the list; from a visit to the rooms."""
        if self.leave_replay():
            return
        if not self.visits and not isinstance(self.screen, ChecklistScreen):
            self.show_screen("checklist")
            return
        lost = self._only_in_memory()
        in_the_room = (
            self.context is not None
            and not self.context.read_only
            and phase(self.context.state) in ("during", "end")
        )
        if not lost and not in_the_room:
            self.leave_session()
            return
        question, yes = self.voice.text("Leave the session?"), self.voice.text("Yes, leave")
        self.push_screen(
            confirmation(self.front_voice, question, yes, about=lost),
            lambda chosen: self.leave_session() if chosen == "yes" else None,
        )

    def do_alarm(self) -> None:
        """The alarm: its minute is that of the key, whatever is answered afterwards and when.

        What is being asked meanwhile stays, and is left once the alarm is confirmed.
        """
        self.leave_replay(only_before=True)
        front = self.session_screen
        if not isinstance(front, GuidingScreen):
            return

        def called() -> None:
            kept = False
            while isinstance(self.screen, Dialog):
                kept = (isinstance(self.screen, Form) and self.screen.keep_draft()) or kept
                self.pop_screen()
            self.show_screen("rollcall", self._say_kept if kept else None)

        if front.allows(BY_ID["alarm"]):
            front.ask_alarm(called)

    def _say_kept(self, screen: SessionScreen) -> None:
        said = self.voice.text("What you were typing is kept: it is there when you open it again.")
        screen.say(said)

    def do_edit_session(self) -> None:
        """The details of the session."""
        context, front = self.context, self.session_screen
        if context is None or not isinstance(front, GuidingScreen) or context.state.details is None:
            return
        form = details_form(context, context.state.details, front.told_json)
        self.push_screen(form, front.refreshed)

    def do_hand_over(self) -> None:
        """Another person takes the keyboard."""
        context, front = self.context, self.session_screen
        if context is None or front is None:
            return

        def handed(by: str) -> None:
            self.by = by
            context.desk.handed_to(by)

        def read(done: bool | None) -> None:
            front.show()
            if done:
                self.push_screen(brief_dialog(context))

        self.push_screen(hand_over_form(context, handed), read)

    def do_save_copy(self) -> None:
        """Save the session elsewhere; where this file cannot be written, go on in the copy."""
        context, front = self.context, self.session_screen
        if context is None or front is None:
            return
        made: list[Path] = []

        def saved(_done: bool | None) -> None:
            if made and context.read_only and not self.looks_on:
                self._go_on_in(made[0])
            elif made:
                written = self.voice.text("Written: {path}.", path=visible(str(made[0])))
                front.say(written, "done")

        self.push_screen(copy_form(context, made.append), saved)

    def _only_in_memory(self) -> str:
        """What leaving the session would lose, in words; else nothing."""
        text = self.voice.text
        if self.context is not None and self.context.desk.store.failed and not self.looks_on:
            return text("The disk failed: what is kept in memory is lost without a copy (Ctrl+K).")
        return ""

    def _go_on_in(self, path: Path) -> None:
        """Leave a file that cannot be written for its copy."""
        self.leave_session()
        self.open_session(path)
        said = self.voice.text("You are working in {path} now.", path=visible(str(path)))
        self.call_after_refresh(self.tell_front, said)
