"""The console: one app, the list of sessions below, the screens of one session above it."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

from textual.message import Message

from pixtui.clock import Clock, JumpWatch
from pixtui.desk.desk import Desk, refused
from pixtui.desk.settings import LoadedSettings
from pixtui.domain.derive import phase
from pixtui.domain.outcome import Refusal
from pixtui.domain.session import State
from pixtui.domain.text import visible
from pixtui.present.field import Field, Values
from pixtui.present.opening import (
    ahead_sentence,
    jump_sentence,
    low_disk_sentence,
    opening_sentence,
)
from pixtui.rules.rulebook import Rulebook
from pixtui.store.errors import StoreError
from pixtui.terminal import Look
from pixtui.tui.actions import BY_ID
from pixtui.tui.context import Context, Voice
from pixtui.tui.dialogs.choice import confirmation
from pixtui.tui.dialogs.form import Form
from pixtui.tui.dialogs.of_session import brief_dialog, copy_form, details_form, hand_over_form
from pixtui.tui.keymap import Loaded
from pixtui.tui.screens.base import Dialog, SessionScreen
from pixtui.tui.screens.certifiability import CertifiabilityScreen
from pixtui.tui.screens.checklist import ChecklistScreen
from pixtui.tui.screens.finalise import FinaliseScreen
from pixtui.tui.screens.grid import GridScreen
from pixtui.tui.screens.guiding import GuidingScreen
from pixtui.tui.screens.history import HistoryScreen
from pixtui.tui.screens.incidents import IncidentsScreen
from pixtui.tui.screens.rollcall import RollCallScreen
from pixtui.tui.screens.sessions import SessionsScreen
from pixtui.tui.screens.typing import TypingScreen
from pixtui.tui.shell import SHIPPED, UNSET, Shell
from pixtui.wording.catalogue import Words
from pixtui.wording.sentences import refusal_sentence

SCREENS: dict[str, type[SessionScreen]] = {
    "checklist": ChecklistScreen,
    "grid": GridScreen,
    "incidents": IncidentsScreen,
    "finalise": FinaliseScreen,
    "history": HistoryScreen,
    "rollcall": RollCallScreen,
    "certifiability": CertifiabilityScreen,
    "typing": TypingScreen,
}


TICK_SECONDS = 2
"""Between two looks at the clock: a new minute is shown, a clock that was set is said."""


class Changed(Message):
    """The session may hold something new."""


class Console(Shell):
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
        settings: LoadedSettings = UNSET,
    ) -> None:
        super().__init__(words, keys, look, settings)
        self.rulebook, self.folder, self.view = rulebook, folder, view
        self.by = by
        self._clock = clock
        self._first = session
        self.context: Context | None = None
        self._shown: dict[str, SessionScreen] = {}
        self._minute: dt.datetime | None = None
        self._clock_watch = JumpWatch()
        self._disk_said = ""

    def on_mount(self) -> None:
        """Open what was asked for."""
        self.set_interval(TICK_SECONDS, self._tick)
        if self.by is None and not self.view:
            self._ask_name(self._begin)
        else:
            self._begin()

    def _begin(self) -> None:
        if self._first is None:
            self._list()
        else:
            self.open_session(self._first)

    def _list(self) -> None:
        self.push_screen(SessionsScreen(self.voice, self.folder, self._clock, view=self.view))
        said = self._said_once()
        if said:
            self.call_after_refresh(self._tell_list, said)

    # --- a session

    def open_session(self, path: Path) -> None:
        """Come to a session."""
        try:
            desk = Desk.open(path, self.by or "?", self._clock, read_only=self.view)
        except StoreError as error:
            self._refuse(refused(error))
            return
        self.context = Context(
            self.voice.words,
            desk,
            self.rulebook,
            keymap=self.voice.keymap,
            settings=self.voice.settings,
        )
        self._shown = {name: kind(self.context) for name, kind in SCREENS.items()}
        for name, screen in self._shown.items():
            self.install_screen(screen, name)  # keeps its cursor, its search and its marks
        desk.follow(self._something_changed)
        self.show_screen("grid" if phase(desk.state) in ("during", "end") else "checklist")
        said = opening_sentence(self.voice.words, desk.store)
        said = f"{said} {ahead_sentence(self.voice.words, desk.state, desk.now())}".strip()
        said = f"{self._said_once()} {said}".strip()
        if said:
            self.call_after_refresh(self._tell, said)

    def _said_once(self) -> str:
        said, self.first_said = self.first_said, ""
        return said

    def _something_changed(self) -> None:
        """Called from the thread that follows the file, or from a submit."""
        self.post_message(Changed())

    def _tell(self, said: str) -> None:
        self.tell_front(said)

    def tell_front(self, said: str, tone: str = "warned") -> None:
        """Say something that did not come from a key of the screen in front."""
        if self.session_screen is not None:
            self.session_screen.say(said, tone)
        else:
            super().tell_front(said, tone)

    def _refuse(self, refusal: Refusal) -> None:
        told = refusal_sentence(self.voice.words, refusal, State())
        if isinstance(self.screen, SessionsScreen):
            self.screen.say(told, "refused")
        else:
            self.exit(return_code=1, message=told)

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

    @property
    def session_screen(self) -> SessionScreen | None:
        """The screen of the session in front, where there is one."""
        return next(
            (one for one in reversed(self.screen_stack) if isinstance(one, SessionScreen)), None
        )

    def show_screen(self, name: str, then: Callable[[SessionScreen], Any] | None = None) -> None:
        """Put a screen of the session in front."""
        if not self._shown:
            return
        wanted = self._shown[name]
        wanted.forget_answer()
        if self.screen is wanted:
            wanted.show()
        elif isinstance(self.screen, SessionScreen):
            self.switch_screen(wanted)
        else:
            self.push_screen(wanted)
        if then is None:
            return
        if wanted.is_mounted:
            then(wanted)
        else:
            self.call_after_refresh(then, wanted)

    def leave_session(self) -> None:
        """Close the session; back to the list."""
        told = self._close()
        shown, front = self._shown, self.session_screen
        self.context, self._shown = None, {}
        while len(self.screen_stack) > 1 and not isinstance(self.screen, SessionsScreen):
            self.pop_screen()
        for screen in shown.values():
            self.uninstall_screen(screen)
            if screen.is_running and screen is not front:
                screen.remove()
        if not isinstance(self.screen, SessionsScreen):
            self._list()
        if told:
            self.call_after_refresh(self._tell_list, told)

    def _tell_list(self, said: str) -> None:
        if isinstance(self.screen, SessionsScreen):
            self.screen.say(said, "warned")

    def _close(self) -> str:
        """Leave the session properly; what the operator should know of that."""
        if self.context is None:
            return ""
        try:
            self.context.desk.close()
        except StoreError as error:
            return refusal_sentence(self.voice.words, refused(error), State())
        return ""

    def on_unmount(self) -> None:
        """Leave the session properly."""
        self.last_words = self._close()

    # --- what happens by itself

    def on_changed(self, _event: Changed) -> None:
        """Another console, or this one, added something."""
        front = self.session_screen
        if front is not None and not front.is_up_to_date:
            self._repaint()

    def _tick(self) -> None:
        """Once a minute the clocks move; nothing else does by itself."""
        if self.context is None:
            return
        minute = self.context.now().replace(second=0, microsecond=0)
        if minute != self._minute:
            self._minute = minute
            self._repaint()
            self._warn_of_disk()
        jump = self._clock_watch.look()
        if jump:
            self._repaint()
            self._tell(jump_sentence(self.voice.words, jump))

    def _warn_of_disk(self) -> None:
        """Say it before the disk is full, once for each million of bytes less."""
        if self.context is None or self.context.read_only:
            return
        said = low_disk_sentence(self.voice.words, self.context.desk.store.path)
        if said and said != self._disk_said:
            self._tell(said)
        self._disk_said = said

    def _repaint(self) -> None:
        front = self.session_screen
        if front is not None and self.context is not None:
            front.show()

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
        self._show_on("typing", concerned)

    def do_back(self) -> None:
        """From a screen to the steps, from the steps to the list."""
        if not isinstance(self.screen, ChecklistScreen):
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

    def _only_in_memory(self) -> str:
        """What leaving the session would lose, in words; else nothing."""
        text = self.voice.text
        if self.context is not None and self.context.desk.store.failed and not self.view:
            return text("The disk failed: what is kept in memory is lost without a copy (Ctrl+K).")
        return ""

    def do_alarm(self) -> None:
        """The alarm: its minute is that of the key, whatever is answered afterwards and when.

        What is being asked meanwhile stays, and is left once the alarm is confirmed.
        """
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

    def show_checklist(self, step: str | None) -> None:
        """The checklist, on that step."""
        self._show_on("checklist", step)

    def show_grid(self, candidate: str | None) -> None:
        """The grid, on that candidate."""
        self._show_on("grid", candidate)

    def show_incidents(self, incident: str | None) -> None:
        """The incident log, on that incident."""
        self._show_on("incidents", incident)

    def _show_on(self, name: str, key: str | None) -> None:
        def place(screen: SessionScreen) -> None:
            screen.show()
            if key is not None:
                screen.reveal(key)

        self.show_screen(name, place)

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
            if made and context.read_only and not self.view:
                self._go_on_in(made[0])
            elif made:
                written = self.voice.text("Written: {path}.", path=visible(str(made[0])))
                front.say(written, "done")

        self.push_screen(copy_form(context, made.append), saved)

    def _go_on_in(self, path: Path) -> None:
        """Leave a file that cannot be written for its copy."""
        self.leave_session()
        self.open_session(path)
        said = self.voice.text("You are working in {path} now.", path=visible(str(path)))
        self.call_after_refresh(self._tell, said)
