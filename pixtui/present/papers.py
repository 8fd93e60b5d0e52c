"""The papers as choices: those of a step, those of the moment, each by its name."""

from collections.abc import Sequence

from pixtui.desk.papers_apart import Made
from pixtui.domain.derive import phase
from pixtui.domain.session import State
from pixtui.domain.text import visible
from pixtui.rules.rulebook import Rulebook
from pixtui.wording.catalogue import N_, Words

Choices = list[tuple[str, str]]
"""Names of papers, separated by spaces, and what the line says."""
MOMENT = "*"
"""In the place of names: whatever this moment calls for and can be made."""


def step_papers(state: State, step: str, words: Words, rulebook: Rulebook) -> Choices:
    """What a step calls for: all of it first, then each by itself."""
    names = rulebook.papers(step, state.session.mode)
    whole = [(" ".join(names), words.say(N_("All of this step ({n})"), n=len(names)))]
    return (whole if len(names) > 1 else []) + _each(names, words, rulebook)


def session_papers(state: State, words: Words, rulebook: Rulebook) -> Choices:
    """What this moment calls for: all of it first, then each; then every other paper."""
    called = rulebook.papers_for(phase(state))
    others = [one for one in rulebook.paper_names() if one not in called]
    whole = [(MOMENT, words.text(N_("All that this moment calls for")))] if called else []
    return whole + _each([*called, *others], words, rulebook)


def what_came(made: Made, words: Words) -> str:
    """What came of making papers: how many, where, and what the program said of it."""
    if not made.files:
        return made.said or words.text(N_("No paper was made."))
    files = words.plural("{n} PDF file", "{n} PDF files", len(made.files))
    told = words.say(N_("Made: {files} in {folder}."), files=files, folder=visible(made.folder))
    return f"{told} {made.said}".strip()


def _each(names: Sequence[str], words: Words, book: Rulebook) -> Choices:
    titles = [book.paper_title(name, words.language) for name in names]
    blank = words.text(N_("to fill in by hand"))
    return [
        (name, visible(f"{title} ({blank})" if name.endswith("-blank") else title))
        for name, title in zip(names, titles, strict=True)
    ]
