"""An action found by its words, from the registry."""

from collections.abc import Sequence

from pixtui.present.width import fit
from pixtui.tui.actions import Action
from pixtui.tui.context import Voice
from pixtui.tui.dialogs.choice import Choice
from pixtui.tui.keys import key_label
from pixtui.wording.catalogue import Words

KEY_CELLS = 16


class Palette(Choice):
    """Actions with their keys; answers the id of the one to do."""

    def __init__(self, voice: Voice, actions: Sequence[Action]) -> None:
        words = voice.words
        told = {one.id: words.text(one.help) for one in actions}
        super().__init__(
            voice,
            voice.text("Find an action"),
            [(one.id, _line(one, words)) for one in actions],
            also=told,
            told=told,
            searched=True,
        )

    def do_palette(self) -> None:
        """It is open already."""

    do_help = do_palette


def _line(action: Action, words: Words) -> str:
    keys = " ".join(key_label(key, words) for key in action.keys)
    return f"{fit(keys, KEY_CELLS)} {words.text(action.label)}"
