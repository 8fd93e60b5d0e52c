"""A change costs the line that changed; the cursor and the marks stay on what they are about."""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager

import pytest
from textual.app import App, ComposeResult
from textual.geometry import Region

from pixtui.present.row import Row
from pixtui.tui.widgets.row_list import GUTTER, NEAR, RowList

WIDTH, HEIGHT = 40, 10


class Painted(RowList):
    """A list that takes note of what it paints again."""

    def __init__(self) -> None:
        super().__init__(id="rows")
        self.regions: list[Region] = []

    def refresh(self, *regions: Region, **how: bool) -> "Painted":
        """Take note of the regions; none means all."""
        if hasattr(self, "regions"):
            self.regions += regions or (Region(0, 0, WIDTH, HEIGHT),)
        super().refresh(*regions, **how)
        return self


class Shown(App[None]):
    """An app that shows nothing but the list."""

    CSS = "RowList { height: 1fr; scrollbar-size: 0 0; }"

    def compose(self) -> ComposeResult:
        """The list."""
        yield Painted()


def rows(*texts: str) -> list[Row]:
    """Rows whose key is the first word."""
    return [Row(text.split()[0], ((text, "plain"),)) for text in texts]


def many(count: int) -> list[Row]:
    """So many rows."""
    return rows(*(f"r{n} row" for n in range(count)))


@asynccontextmanager
async def shown(first: list[Row]) -> AsyncIterator[Painted]:
    """A list that shows these rows, with nothing left to paint."""
    async with Shown().run_test(size=(WIDTH, HEIGHT)) as pilot:
        found = pilot.app.query_one(Painted)
        found.show(first)
        await pilot.pause()
        found.regions.clear()
        yield found


def painted(found: Painted) -> Iterator[tuple[int, int]]:
    """The lines painted again and how many cells of each."""
    return ((region.y, region.width) for region in found.regions)


async def test_a_row_that_changed_is_painted_alone() -> None:
    async with shown(rows("a 1", "b 1", "c 1")) as found:
        found.show(rows("a 1", "b 2", "c 1"))
        assert list(painted(found)) == [(1, WIDTH)]


async def test_the_same_rows_cost_nothing() -> None:
    async with shown(many(5)) as found:
        found.show(many(5))
        assert not found.regions


async def test_moving_the_cursor_costs_two_gutters() -> None:
    async with shown(many(5)) as found:
        found.move(1)
        assert sorted(painted(found)) == [(0, GUTTER), (1, GUTTER)]


async def test_marking_costs_the_gutter_and_goes_on() -> None:
    async with shown(many(5)) as found:
        found.toggle_mark()
        assert {cells for _line, cells in painted(found)} == {GUTTER}
        assert (found.marked, found.current) == ({"r0"}, "r1")


async def test_a_change_out_of_sight_costs_nothing() -> None:
    async with shown(many(30)) as found:
        changed = [*many(29), Row("r29", (("else", "plain"),))]
        found.show(changed)
        assert not found.regions


async def test_the_cursor_follows_its_row() -> None:
    async with shown(rows("a", "b", "c")) as found:
        found.go_to("b")
        found.show(rows("c", "d", "a", "b"))
        assert found.current == "b"
        found.show(rows("c", "d"))
        assert found.current == "d"
        found.show([])
        assert found.current is None
        assert found.chosen == ()


async def test_marks_stay_with_their_rows_through_a_search() -> None:
    async with shown(rows("a", "b", "c")) as found:
        found.toggle_mark()
        found.toggle_mark()
        found.show(rows("b", "c"))
        assert found.chosen == ("b",)
        found.show(rows("c"))
        assert found.chosen == ("c",)  # no marked row is shown: the one under the cursor
        found.show(rows("c", "b", "a"))
        assert found.chosen == ("b", "a")  # in the order shown
        found.clear_marks(["a"])
        assert found.chosen == ("b",)


async def test_marking_all_marks_what_is_shown_then_none_of_it() -> None:
    async with shown(rows("a", "b", "c")) as found:
        found.toggle_mark()
        found.show(rows("b", "c"))
        found.mark_all()
        assert found.marked == {"a", "b", "c"}
        found.mark_all()
        assert found.marked == {"a"}


async def test_the_cursor_is_seen_with_what_comes_next() -> None:
    async with shown(many(30)) as found:
        for _ in range(HEIGHT):
            found.move(1)
        assert found.scroll_offset.y == HEIGHT + NEAR - HEIGHT + 1
        found.last()
        assert found.scroll_offset.y == 30 - HEIGHT
        found.first()
        assert found.scroll_offset.y == 0


async def test_the_cursor_and_the_mark_are_signs_not_colours() -> None:
    async with shown(rows("a", "b")) as found:
        found.toggle_mark()
        assert found.render_line(0).text.startswith(" *a")
        assert found.render_line(1).text.startswith("> b")
        assert found.render_line(5).text.strip() == ""


@pytest.mark.parametrize("text", ["[b]x[/b]", "[/]", "[@click=app.quit]x[/]", "a\\"])
async def test_a_row_shows_its_text_as_it_is(text: str) -> None:
    async with shown([Row("k", ((text, "plain"),))]) as found:
        assert found.render_line(0).text.rstrip() == f"> {text}"
