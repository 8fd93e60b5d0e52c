"""The key table of the README, from the registry: ``python -m tests.readme`` writes it in."""

from pathlib import Path

from pixtui.tui.actions import ACTIONS, PLACE_NAMES
from pixtui.tui.keys import key_label
from pixtui.wording.catalogue import words

README = Path(__file__).resolve().parent.parent / "README.md"
BEGIN, END = "<!-- keys -->", "<!-- /keys -->"


def table() -> str:
    """The table as Markdown."""
    english = words("en")
    lines = ["| where | keys | what it does |", "|---|---|---|"]
    for action in ACTIONS:
        keys = " ".join(f"`{key_label(key, english)}`" for key in action.keys)
        lines.append(
            f"| {english.text(PLACE_NAMES[action.scope])} | {keys} | {english.text(action.help)} |"
        )
    return "\n".join(lines)


def with_table(text: str) -> str:
    """The README with the table in its place."""
    before, _, rest = text.partition(BEGIN)
    _old, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n{table()}\n{END}{after}"


if __name__ == "__main__":
    README.write_text(with_table(README.read_text()))
