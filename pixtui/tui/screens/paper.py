"""Making papers from a screen: which, then to a file or to the printer, then it goes on beside."""

from functools import partial

from pixtui.desk.papers_apart import can_print, make_papers
from pixtui.domain.text import visible
from pixtui.present.papers import MOMENT, Choices, session_papers, what_came
from pixtui.tui.dialogs.choice import Choice
from pixtui.tui.screens.base import SessionScreen
from pixtui.wording.catalogue import N_

GROUP = "papers"
"""The workers that make papers: one after the other."""


class PaperScreen(SessionScreen):
    """A screen of a session from which papers can be made."""

    def do_papers(self) -> None:
        """Any paper, those of this moment first."""
        context = self.context
        self.ask_papers(session_papers(context.state, context.words, context.rulebook))

    def ask_papers(self, listed: Choices) -> None:
        """Which of these papers."""
        title = self.context.text(N_("Which paper?"))
        self.app.push_screen(Choice(self.context, title, listed, topic="papers"), self._where)

    def _where(self, names: str | None) -> None:
        if names is None:
            return
        text = self.context.text
        listed = [("file", text(N_("Write the files")))]
        about = text(N_("No print command (lp) on this machine: take the files to a printer."))
        if can_print():
            listed.append(("print", text(N_("Write the files and print them"))))
            about = ""

        wanted = [] if names == MOMENT else names.split()

        def chosen(how: str | None) -> None:
            if how is not None:
                self._make(wanted, to_printer=how == "print")

        title = self._titles(wanted)
        self.app.push_screen(
            Choice(self.context, title, listed, about=about, topic="papers"), chosen
        )

    def _titles(self, names: list[str]) -> str:
        book, language = self.context.rulebook, self.context.words.language
        if len(names) == 1:
            return visible(book.paper_title(names[0], language))
        if not names:
            return self.context.text(N_("All that this moment calls for"))
        return self.context.words.plural("{n} paper", "{n} papers", len(names))

    def _make(self, names: list[str], *, to_printer: bool) -> None:
        if any(one.group == GROUP and one.is_running for one in self.app.workers):
            self.app.tell_front(self.context.text(N_("Papers are being made: wait a moment.")))  # type: ignore[attr-defined]  # the console has it
            return
        self.say(self.context.text(N_("The papers are being made; you can go on.")))
        work = partial(self._made, names, to_printer=to_printer)
        self.app.run_worker(work(), group=GROUP, exit_on_error=True)

    async def _made(self, names: list[str], *, to_printer: bool) -> None:
        context = self.context
        made = await make_papers(
            context.desk.store.path,
            names,
            context.words.language,
            self._progress,
            to_printer=to_printer,
        )
        self.app.tell_front(what_came(made, context.words), "done" if made.fine else "refused")  # type: ignore[attr-defined]  # the console has it

    def _progress(self, paper: str, page: int) -> None:
        """Say how far it is, from the tenth page on and then every tenth."""
        if page % 10 == 0:
            said = self.context.text(N_("{paper}: page {n}…"), paper=paper, n=page)
            self.app.tell_front(said, "")  # type: ignore[attr-defined]  # the console has it
