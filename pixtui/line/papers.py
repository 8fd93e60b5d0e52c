"""Papers made beside: which, then to files or to the printer, and one goes on meanwhile."""

import asyncio
import threading

from pixtui.desk.papers_apart import can_print, make_papers
from pixtui.line.here import Here
from pixtui.present.papers import MOMENT, Choices, session_papers, what_came
from pixtui.wording.catalogue import N_


def papers(here: Here) -> None:
    """Any paper, those of this moment first."""
    ask_papers(here, session_papers(here.state, here.words, here.book))


def ask_papers(here: Here, listed: Choices) -> None:
    """Which of these papers, and where to."""
    names = here.talk.choose(here.text(N_("Which paper?")), listed)
    if names is None:
        return
    to_printer = False
    if can_print():
        where = [
            ("file", here.text(N_("Write the files"))),
            ("print", here.text(N_("Write the files and print them"))),
        ]
        picked = here.talk.choose(here.text(N_("Papers")), where)
        if picked is None:
            return
        to_printer = picked == "print"
    wanted = [] if names == MOMENT else names.split()
    here.talk.say(here.text(N_("The papers are being made; you can go on.")))
    threading.Thread(
        target=_make, args=(here, wanted, to_printer), name="pixtui-papers", daemon=True
    ).start()


def _make(here: Here, names: list[str], to_printer: bool) -> None:
    """Runs beside; what came of it is told where a line is awaited."""
    made = asyncio.run(
        make_papers(
            here.desk.store.path,
            names,
            here.words.language,
            lambda _paper, _page: None,
            to_printer=to_printer,
        )
    )
    here.papers.append(what_came(made, here.words))
