"""One session in front: coming to it, its screens, what happens in it by itself, leaving it."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path
from typing import Any

from textual.message import Message

from pixtui.clock import Clock, JumpWatch
from pixtui.desk.desk import Desk, refused
from pixtui.desk.rehearsing import Rehearsal
from pixtui.desk.settings import LoadedSettings
from pixtui.domain.derive import phase
from pixtui.domain.outcome import Refusal
from pixtui.domain.session import State
from pixtui.present.opening import (
    ahead_sentence,
    jump_sentence,
    low_disk_sentence,
    opening_sentence,
)
from pixtui.rules.rulebook import Rulebook
from pixtui.store.errors import StoreError
from pixtui.terminal import Look
from pixtui.tui.context import Context
from pixtui.tui.keymap import Loaded
from pixtui.tui.screens.base import Entrance, SessionScreen
from pixtui.tui.screens.certifiability import CertifiabilityScreen
from pixtui.tui.screens.checklist import ChecklistScreen
from pixtui.tui.screens.debrief import DebriefScreen
from pixtui.tui.screens.finalise import FinaliseScreen
from pixtui.tui.screens.grid import GridScreen
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


class Visiting(Shell):
    """A full-screen app that has the list of sessions below and one session above it."""

    def __init__(
        self,
        words: Words,
        rulebook: Rulebook,
        folder: Path,
        by: str | None,
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
        self.looks_on = view
        """Whether the session in front was opened to be looked at only."""
        self.visits = False
        """Whether it was looked into from the rooms of the centre: Esc comes back to them."""
        self._clock = clock
        self.context: Context | None = None
        self._shown: dict[str, SessionScreen] = {}
        self._minute: dt.datetime | None = None
        self._clock_watch = JumpWatch()
        self._disk_said = ""

    def on_mount(self) -> None:
        """The clock goes."""
        self.set_interval(TICK_SECONDS, self._tick)

    def entrance(self) -> Entrance:
        """The screen from which sessions are opened: the list of them."""
        return SessionsScreen(self.voice, self.folder, self._clock, view=self.view)

    def show_list(self) -> None:
        """Put the list of sessions in front."""
        self.push_screen(self.entrance())
        said = self._said_once()
        if said:
            self.call_after_refresh(self.tell_list, said)

    def tell_list(self, said: str) -> None:
        """Say something on the list, where it is still in front."""
        if isinstance(self.screen, Entrance):
            self.screen.say(said, "warned")

    # --- coming and leaving

    def open_session(self, path: Path, *, view: bool = False) -> None:
        """Come to a session; ``view`` to look on, whatever else this console may do."""
        self.looks_on, self.visits = view or self.view, view
        try:
            nobody = "" if self.looks_on else "?"
            desk = Desk.open(path, self.by or nobody, self._clock, read_only=self.looks_on)
        except StoreError as error:
            self.refuse(refused(error))
            return
        self.enter(desk)
        desk.follow(self._something_changed)
        self.show_screen("grid" if phase(desk.state) in ("during", "end") else "checklist")
        said = opening_sentence(self.voice.words, desk.store)
        said = f"{said} {ahead_sentence(self.voice.words, desk.state, desk.now())}".strip()
        said = f"{self._said_once()} {said}".strip()
        if said:
            self.call_after_refresh(self.tell_front, said)

    def enter(self, desk: Desk) -> Context:
        """Have the screens of a session, or of a look back at one, ready to be shown."""
        self.context = context = Context(
            self.voice.words,
            desk,
            self.rulebook,
            keymap=self.voice.keymap,
            settings=self.voice.settings,
        )
        kinds: dict[str, type[SessionScreen]] = dict(SCREENS)
        if context.replay is None:
            context.rehearsal = Rehearsal.of(desk)
        if context.rehearsal is not None:
            context.rehearsal.look()
            kinds["debrief"] = DebriefScreen
        self._shown = {name: kind(context) for name, kind in kinds.items()}
        for name, screen in self._shown.items():
            # Installed, a screen keeps its cursor, its search and its marks.
            self.install_screen(screen, f"{name} {id(context)}")
        return context

    def _said_once(self) -> str:
        said, self.first_said = self.first_said, ""
        return said

    def refuse(self, refusal: Refusal) -> None:
        """Say why a session is not shown."""
        self.give_up(refusal_sentence(self.voice.words, refusal, State()))

    def give_up(self, told: str) -> None:
        """Say why what was asked for is not shown; the end, where there is nothing else to show."""
        if isinstance(self.screen, Entrance):
            self.screen.say(told, "refused")
        elif self.context is not None:
            self.tell_front(told, "refused")
        else:
            self.exit(return_code=1, message=told)

    def leave_session(self) -> None:
        """Close the session; back to the list."""
        told = self._close()
        self.context = None
        self.drop_screens(lambda: isinstance(self.screen, Entrance))
        if not isinstance(self.screen, Entrance):
            self.show_list()
        if told:
            self.call_after_refresh(self.tell_list, told)

    def drop_screens(self, until: Callable[[], bool]) -> None:
        """Take the screens of the session away, and what stands in front of them."""
        shown, front = self._shown, self.session_screen
        self._shown = {}
        while len(self.screen_stack) > 1 and not until():
            self.pop_screen()
        for screen in shown.values():
            self.uninstall_screen(screen)
            if screen.is_running and screen is not front:
                screen.remove()

    def _close(self) -> str:
        """Leave the session properly; what the operator should know of that."""
        if self.context is None:
            return ""
        try:
            if self.context.rehearsal is not None:
                self.context.rehearsal.leave()
            self.context.desk.close()
        except StoreError as error:
            return refusal_sentence(self.voice.words, refused(error), State())
        return ""

    def on_unmount(self) -> None:
        """Leave the session properly."""
        self.last_words = self._close()

    # --- its screens

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

    def show_checklist(self, step: str | None) -> None:
        """The checklist, on that step."""
        self.show_on("checklist", step)

    def show_grid(self, candidate: str | None) -> None:
        """The grid, on that candidate."""
        self.show_on("grid", candidate)

    def show_incidents(self, incident: str | None) -> None:
        """The incident log, on that incident."""
        self.show_on("incidents", incident)

    def show_on(self, name: str, key: str | None) -> None:
        def place(screen: SessionScreen) -> None:
            screen.show()
            if key is not None:
                screen.bring_up(key)

        self.show_screen(name, place)

    def tell_front(self, said: str, tone: str = "warned") -> None:
        """Say something that did not come from a key of the screen in front."""
        if self.session_screen is not None:
            self.session_screen.say(said, tone)
        else:
            super().tell_front(said, tone)

    # --- what happens by itself

    def _something_changed(self) -> None:
        """Called from the thread that follows the file, or from a submit."""
        self.post_message(Changed())

    def on_changed(self, _event: Changed) -> None:
        """Another console, or this one, added something."""
        self._came()

    def _came(self) -> None:
        """Show what somebody added."""
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
        if jump and self.context.replay is None:
            self._repaint()
            self.tell_front(jump_sentence(self.voice.words, jump))

    def _warn_of_disk(self) -> None:
        """Say it before the disk is full, once for each million of bytes less."""
        if self.context is None or self.context.read_only:
            return
        said = low_disk_sentence(self.voice.words, self.context.desk.store.path)
        if said and said != self._disk_said:
            self.tell_front(said)
        self._disk_said = said

    def _repaint(self) -> None:
        front = self.session_screen
        if front is not None and self.context is not None:
            front.show()
