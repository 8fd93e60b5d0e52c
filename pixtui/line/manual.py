"""The manual in line mode: its pages by number, its sections by words, a few lines at a time."""

from typing import TYPE_CHECKING

from pixtui.present.manual import as_text
from pixtui.wording.catalogue import N_
from pixtui.wording.manual import PAGES, Target, resolve, search, section, title

if TYPE_CHECKING:
    from pixtui.line.talk import Talk


def read_manual(talk: "Talk") -> None:
    """Ask which page, or for words; say it; until an empty line."""
    language = talk.words.language
    talk.say(talk.text(N_("The manual")))
    talk.say(*(f"{number}. {title(page, language)}" for number, page in enumerate(PAGES, 1)))
    while typed := talk.ask(talk.text(N_("page, or words to look for"))):
        target = _meant(talk, typed)
        if target is not None:
            # A picture of a screen says nothing to whoever works line by line.
            held = [one for one in section(target, language) if one.kind != "screen"]
            talk.lines(as_text(held, talk.words).split("\n"))


def _meant(talk: "Talk", typed: str) -> Target | None:
    language = talk.words.language
    if typed.isdigit() and 0 < int(typed) <= len(PAGES):
        return Target(PAGES[int(typed) - 1])
    found = search(typed, language)
    target = resolve(typed, language) or (found[0].target if len(found) == 1 else None)
    if target is not None:
        return target
    if not found:
        talk.say(talk.text(N_("The manual says nothing of “{wanted}”."), wanted=typed))
        return None
    choices = [(str(number), one.heading) for number, one in enumerate(found)]
    picked = talk.choose(talk.text(N_("The manual")), choices)
    return found[int(picked)].target if picked is not None else None
