"""What the console and the projector share: how they look, leaving, a crash that tells nothing."""

import gc
from collections.abc import Callable
from typing import Any

from rich.console import RenderableType
from rich.text import Text
from textual.filter import ANSIToTruecolor, NoColor
from textual.screen import Screen
from textual.widgets import Input

from pixtui.desk.crash import keep_crash
from pixtui.desk.settings import LoadedSettings
from pixtui.present.opening import crash_sentence
from pixtui.present.settings import settings_sentence
from pixtui.resources import styles
from pixtui.terminal import MONO, THEMES, Look
from pixtui.tui.actions import Action
from pixtui.tui.context import Voice
from pixtui.tui.dialogs.form import Form
from pixtui.tui.dialogs.help import Help
from pixtui.tui.dialogs.palette import Palette
from pixtui.tui.in_order import KeysInOrder
from pixtui.tui.keymap import Loaded, keys_sentence
from pixtui.tui.keys import prints
from pixtui.tui.look.filters import NoBold, PlainAscii
from pixtui.tui.look.palettes import palette
from pixtui.tui.look.themes import Tones, textual_theme, tones
from pixtui.tui.screens.base import LOW_ROWS, Dialog, Performs
from pixtui.tui.wire.driver import WireDriver, erases_in_colour, scrolls_lines
from pixtui.tui.wire.painter import Painter, usable
from pixtui.wording.catalogue import N_, Words
from pixtui.wording.labels import THEME_NAMES

SHIPPED, UNSET = Loaded(), LoadedSettings()
LEADING_TO_FIELDS = ("filter", "search_log", "jump", "palette", "add")
"""What is typed ahead after one of these goes into the field that it leads to."""
ANY_DIALOG = ("scope-form", "scope-choice")
"""The sections about forms and choices whatever they ask."""
AT_ONCE = 1000
"""Characters that a terminal shows at once; a longer text is announced as one update."""


class Shell(KeysInOrder, inherit_bindings=False):
    """A full-screen app of pixtui."""

    CSS_PATH = None
    ENABLE_COMMAND_PALETTE = False
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012 - as Textual declares it
        (0, "-slim"),
        (50, "-narrow"),
        (80, "-normal"),
    ]
    VERTICAL_BREAKPOINTS = [  # noqa: RUF012 - as Textual declares it
        (0, "-tiny"),
        (10, "-low"),
        (LOW_ROWS, "-high"),
    ]
    """What the style sheets of small terminals go by."""
    TITLE = "pixtui"

    def __init__(
        self,
        words: Words,
        keys: Loaded = SHIPPED,
        look: Look | None = None,
        settings: LoadedSettings = UNSET,
    ) -> None:
        look = look or Look(THEMES[0])
        super().__init__(driver_class=WireDriver, css_path=sorted(styles().glob("*.tcss")))
        self._painter: Painter | None = None
        if usable():
            self._painter = Painter(erases_in_colour=erases_in_colour(), scrolls=scrolls_lines())
        self._sixteen = self.console.color_system == "standard"
        self._no_colour, self._no_bold = NoColor(enabled=False), NoBold(enabled=False)
        of_textual = [one for one in self._filters if isinstance(one, ANSIToTruecolor)]
        ascii_only = PlainAscii(enabled=look.ascii_only)
        self._filters[:] = [*of_textual, self._no_colour, self._no_bold, ascii_only]
        for name in THEMES:
            self.register_theme(textual_theme(palette(name, sixteen=self._sixteen)))
        self.look_name = look.theme
        self._wear(look.theme)
        keymap = keys.keymap
        self.voice = Voice(keymap.said_in(words), keymap=keymap, settings=settings.settings)
        self._bind_leaving()
        wrong = settings_sentence(words, settings), keys_sentence(words, keys)
        self.first_said = " ".join(filter(None, wrong))
        """What is wrong with the user's settings and key map, said on the first screen."""
        self.last_words = ""
        """What is left to say once the terminal is given back."""

    def _wear(self, name: str) -> None:
        """Take a theme."""
        self.look_name = name
        # With the terminal's own colours Textual can leave colour out altogether.
        self.no_color = self._no_colour.enabled = name == MONO
        self.ansi_color = True if name == MONO else None
        self._no_bold.enabled = not palette(name, sixteen=self._sixteen).bold
        self.theme = f"pixtui-{name}"

    @property
    def tones(self) -> Tones:
        """How the tones look now."""
        return tones(self.look_name, sixteen=self._sixteen)

    def do_colours(self) -> None:
        """Take the next theme."""
        self._wear(THEMES[(THEMES.index(self.look_name) + 1) % len(THEMES)])
        self.do_redraw()
        said = self.voice.text(
            N_("Colours: {theme}."), theme=self.voice.text(THEME_NAMES[self.look_name])
        )
        self.tell_front(said, "")

    def leads_to_field(self, key: str) -> bool:
        """Whether that key opens a search or a form, in which what follows is typed."""
        held = self.voice.keymap.by_id
        # A letter may as well be the first one of a name that was pasted.
        signs = (one for name in LEADING_TO_FIELDS for one in held[name].keys if len(one) > 1)
        return key in signs

    def _bind_leaving(self) -> None:
        """The way out holds in every dialog too; Ctrl+C, pressed by habit, tells it."""
        for key in self.voice.keymap.by_id["quit"].keys:
            self._bindings.bind(key, "leave", show=False, priority=not prints(key))
        self._bindings.bind("ctrl+c", "how_to_leave", show=False)

    def action_leave(self) -> None:
        """Leave pixtui, from wherever one is; a form with something typed in it asks first."""
        form = next((one for one in reversed(self.screen_stack) if isinstance(one, Form)), None)
        if form is None or form.may_leave("quit"):
            self.do_quit()
            return
        while self.screen is not form:  # the help or the manual hides what is asked
            self.pop_screen()

    def action_how_to_leave(self) -> None:
        """Ctrl+C ends nothing here: say what does."""
        key = self.voice.key("quit")
        self.tell_front(
            self.voice.text("{key} leaves pixtui; everything shown is already saved.", key=key)
        )

    def tell_front(self, said: str, tone: str = "warned") -> None:
        """Say something that did not come from a key of the screen in front."""
        say = getattr(self.screen, "say", None)
        if say is not None:
            say(said, tone)

    def _display(self, screen: Screen[Any], renderable: RenderableType | None) -> None:
        """Send what differs from what the terminal shows; where that cannot be told, all of it."""
        driver = self._driver
        painted = renderable is not None and self._running and not self._closed
        idle = not painted or self._batch_count or self.is_headless
        if self._painter is None or driver is None or idle:
            super()._display(screen, renderable)
            return
        cursor = self.cursor_position if isinstance(self.focused, Input) else None
        size = self.size
        text = self._painter.short(
            renderable,
            self.console,
            (size.width, size.height),
            size.clamp_offset(cursor) if cursor is not None else None,
        )
        if text is None:
            self._painter.forget()
            super()._display(screen, renderable)
            return
        if len(text) > AT_ONCE:
            self._begin_update()
        driver.write(text)
        if len(text) > AT_ONCE:
            self._end_update()
        driver.flush()
        self.post_display_hook()

    def on_ready(self) -> None:
        """The first paint is done: from here on there may be garbage again."""
        if not gc.isenabled():
            gc.freeze()
            gc.enable()

    def forget_shown(self) -> None:
        """Something else painted on the terminal, or may have: send everything once more."""
        if self._painter is not None:
            self._painter.forget()

    def do_quit(self) -> None:
        """Leave pixtui."""
        self.exit()

    def do_mouse(self) -> None:
        """The mouse to pixtui, or back to the terminal."""
        driver = self._driver
        if not isinstance(driver, WireDriver):
            return
        ours = driver.turn_mouse()
        key, text = self.voice.key("mouse"), self.voice.text
        self.tell_front(
            text("The mouse is pixtui's. {key} gives it back to the terminal.", key=key)
            if ours
            else text(
                "The mouse is the terminal's: it selects and copies. {key} takes it.", key=key
            )
        )

    @property
    def front_voice(self) -> Voice:
        """What is asked in front of a session knows of it: the alarm is a key away there."""
        return self.voice

    def do_help(self) -> None:
        """The keys of what is in front, a form or a choice too; Enter does one of them."""
        front = self.screen
        if isinstance(front, Performs):
            typing, legend = isinstance(front.focused, Input), front.legend()
            shown = Help(self.front_voice, self._offered(front), legend, typing=typing)
            self.push_screen(shown, self._doing(front))

    def do_manual(self) -> None:
        """The manual, at what is in front."""
        # Read from disk and laid out only when it is asked for.
        from pixtui.tui.dialogs.manual import Manual

        front = self.screen
        if isinstance(front, Performs):
            self.push_screen(Manual(self.front_voice, self._topics(front)))

    def _topics(self, front: Performs) -> list[str]:
        """What the manual opens at: what is asked, then what it is asked in front of."""
        own = front.topics()
        below = (one for one in reversed(self.screen_stack) if not isinstance(one, Dialog))
        behind = next((one for one in below if isinstance(one, Performs)), None)
        if own[-1] in ANY_DIALOG and behind is not None:
            return [*own[:-1], *behind.topics(), own[-1]]
        return own

    def do_palette(self) -> None:
        """An action of what is in front, found by its words."""
        front = self.screen
        if isinstance(front, Performs):
            offered = [one for one in self._offered(front) if one.id != "palette"]
            self.push_screen(Palette(self.front_voice, offered), self._doing(front))

    def _offered(self, front: Performs) -> list[Action]:
        """The actions of a screen: its own first, what goes without saying last."""
        last = ("everywhere", "list")
        places = [*(one for one in reversed(front.places) if one not in last), *last]
        offered = front.offered()
        return [one for scope in places for one in offered if one.scope == scope]

    def _doing(self, front: Performs) -> Callable[[str | None], None]:
        def chosen(action_id: str | None) -> None:
            if action_id is not None:
                front.action_perform(action_id)

        return chosen

    def do_redraw(self) -> None:
        """Paint everything again."""
        self.forget_shown()
        self.screen.refresh(repaint=True, layout=True)
        self.refresh(repaint=True, layout=True)

    def _fatal_error(self) -> None:
        """An error nobody foresaw: one line and a reference, never what was on the screen."""
        assert self._exception is not None  # Textual has just taken note of it
        self.panic(Text(crash_sentence(self.voice.words, keep_crash(self._exception))))
