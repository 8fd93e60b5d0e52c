"""The footer: the keys of this place, as many as fit, help always among them."""

from collections.abc import Sequence

from textual.content import Content
from textual.widgets import Static

from pixtui.present.width import fit, width
from pixtui.tui.actions import Action
from pixtui.tui.keys import key_label
from pixtui.wording.catalogue import Words

GAP = "  "


class KeysBar(Static):
    """One line of keys, generated from the registry of actions."""

    def __init__(self, words: Words, actions: Sequence[Action]) -> None:
        super().__init__(id="keys")
        self._words = words
        self._actions = list(actions)

    def on_mount(self) -> None:
        """Fill the line."""
        self.fill()

    def on_resize(self) -> None:
        """Fill the line anew for its width."""
        self.fill()

    def offer(self, actions: Sequence[Action]) -> None:
        """Show other keys."""
        self._actions = list(actions)
        self.fill()

    def fill(self) -> None:
        """Write the keys that fit; the last one, help, is never the one left out."""
        room = (self.size.width or 80) - 2
        texts = [
            f"{key_label(a.keys[0], self._words)} {self._words.text(a.label)}"
            for a in self._actions
        ]
        # Padded, so that without colours the reverse of the line is whole.
        self.update(Content(fit(" " + fitting(texts, room), room + 2)), layout=False)


def fitting(texts: Sequence[str], room: int) -> str:
    """The texts on one line of that many cells: those in the middle give way first."""
    kept = list(texts)
    while len(kept) > 1 and width(GAP.join(kept)) > room:
        kept.pop(-2)
    return GAP.join(kept)
