"""The same grid in curses, which compares screens as the console does. Run as a module."""

import curses
import json
import os
import sys
from pathlib import Path
from typing import Any

ESCAPE, BACKSPACE = "\x1b", "\x7f"
ABOVE, BELOW = 3, 4
"""Lines above and below the rows."""


class Grid:
    """The rows, a cursor, marks and a search."""

    def __init__(self, found: dict[str, Any]) -> None:
        self.heading = "  " + "".join(found["heading"])
        self.all = ["".join(row) for row in found["rows"]]
        self.folded = [" ".join(row[:3]).casefold() for row in found["rows"]]
        self.steps: list[str] = found["steps"]
        self.shown = list(range(len(self.all)))
        self.marked: set[int] = set()
        self.signed: set[int] = set()
        self.wanted: str | None = None
        self.at = self.top = 0
        self.on_steps = False

    def key(self, key: int | str, page: int) -> None:
        """Do what a key says."""
        if key == curses.KEY_F6 or key == curses.KEY_F2:
            self.on_steps = key == curses.KEY_F6
        elif isinstance(key, str) and self.wanted is not None:
            self._search(key)
        elif key == "/":
            self.wanted = ""
        elif key == " ":
            self.marked ^= {self.shown[self.at]}
            self._go(self.at + 1, page)
        elif key == "1":
            self.signed |= {self.shown[self.at]}
        else:
            moves = {
                curses.KEY_DOWN: self.at + 1,
                curses.KEY_UP: self.at - 1,
                curses.KEY_NPAGE: self.at + page - 1,
                curses.KEY_PPAGE: self.at - page + 1,
                curses.KEY_HOME: 0,
            }
            self._go(moves.get(key, self.at) if isinstance(key, int) else self.at, page)

    def _search(self, key: str) -> None:
        before = self.wanted or ""
        self.wanted = None if key == ESCAPE else before[:-1] if key == BACKSPACE else before + key
        wanted = (self.wanted or "").casefold()
        self.shown = [place for place, text in enumerate(self.folded) if wanted in text]
        self.at = self.top = 0

    def _go(self, at: int, page: int) -> None:
        self.at = max(0, min(at, len(self.shown) - 1))
        self.top = min(self.top, self.at)
        self.top = max(self.top, self.at - page + 1)

    def paint(self, screen: "curses.window") -> None:
        """Put it on the screen."""
        height, width = screen.getmaxyx()
        screen.erase()
        page = height - ABOVE - BELOW
        if self.on_steps:
            for y, line in enumerate(self.steps[: height - 1]):
                screen.addnstr(y, 0, line, width)
        else:
            screen.addnstr(0, 0, f" B204 · {len(self.shown)} candidats", width, curses.A_BOLD)
            screen.addnstr(2, 0, self.heading if self.wanted is None else self.wanted, width)
            for y, place in enumerate(self.shown[self.top : self.top + page]):
                gutter = ">" if self.top + y == self.at else " "
                gutter += "*" if place in self.marked else " "
                text = self.all[place]
                if place in self.signed:
                    text = f"{text[:-21]}I{text[-20:]}"
                screen.addnstr(ABOVE + y, 0, gutter + text, width)
            if self.shown:
                screen.addnstr(height - BELOW, 0, " " + self.all[self.shown[self.at]][:50], width)
        screen.addnstr(height - 1, 0, " Espace Marque  / Cherche  F6 Étapes  F2 Grille", width - 1)
        screen.refresh()


def run(screen: "curses.window") -> None:
    """Until it is killed."""
    curses.curs_set(0)
    curses.use_default_colors()
    grid = Grid(json.loads(Path(sys.argv[1]).read_text("utf-8")))
    while True:
        grid.paint(screen)
        grid.key(screen.get_wch(), screen.getmaxyx()[0] - ABOVE - BELOW)


if __name__ == "__main__":
    os.environ["ESCDELAY"] = "50"
    import locale

    locale.setlocale(locale.LC_ALL, "")
    curses.wrapper(run)
