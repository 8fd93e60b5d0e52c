"""The console of who looks over all rooms: it begins with them, and changes nothing."""

import datetime as dt
from pathlib import Path

from pixtui.clock import Clock
from pixtui.desk.settings import LoadedSettings
from pixtui.rules.rulebook import Rulebook
from pixtui.terminal import Look
from pixtui.tui.app import Console
from pixtui.tui.keymap import Loaded
from pixtui.tui.screens.base import Entrance
from pixtui.tui.screens.centre import CentreScreen
from pixtui.tui.shell import SHIPPED, UNSET
from pixtui.wording.catalogue import Words


class CentreConsole(Console):
    """``pixtui centre``."""

    def __init__(
        self,
        words: Words,
        rulebook: Rulebook,
        folder: Path,
        *,
        date: dt.date | None = None,
        clock: Clock | None = None,
        keys: Loaded = SHIPPED,
        look: Look | None = None,
        settings: LoadedSettings = UNSET,
    ) -> None:
        super().__init__(
            words,
            rulebook,
            folder,
            None,
            view=True,
            clock=clock,
            keys=keys,
            look=look,
            settings=settings,
        )
        self._date = date

    def entrance(self) -> Entrance:
        """The rooms, in the place of the list."""
        return CentreScreen(self.voice, self.folder, self._clock, self._date)
