"""The codes, in clear for ten seconds."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from pixtui.domain.session import Codes
from pixtui.present.codes import in_clear
from pixtui.tui.actions import Scope
from pixtui.tui.context import Voice
from pixtui.tui.screens.base import Dialog
from pixtui.tui.widgets.keys_bar import KeysBar

SHOWN_SECONDS = 10


class CodesShown(Dialog[str]):
    """The access code spelled out, the password as Pix shows it; gone by itself."""

    SCOPES: ClassVar[tuple[Scope, ...]] = ("choice",)
    AUTO_FOCUS = ""

    def __init__(self, voice: Voice, codes: Codes) -> None:
        super().__init__(voice)
        self._codes = codes

    def compose(self) -> ComposeResult:
        """The two codes."""
        text = self.voice.text
        code, shown = in_clear(self._codes, self.voice.words)
        with Vertical(id="dialog"):
            yield Static(Content(text("Access code")), id="title", markup=False)
            yield Static(Content(" ".join(code)), id="code", markup=False)
            yield Static(Content(f"{text('Invigilator password')}   {shown}"), markup=False)
            yield Static(Content(text("Hidden again in 10 seconds.")), id="answer", markup=False)
            listed = [one for one in self.footer_actions() if one.id != "choose"]
            yield KeysBar(self.voice.words, listed)

    def on_mount(self) -> None:
        """Hide them again in ten seconds."""
        self.set_timer(SHOWN_SECONDS, self.do_cancel)

    do_choose = Dialog.do_cancel
