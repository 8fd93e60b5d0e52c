"""Whatever is painted, the terminal shows it: every byte is replayed in an emulator."""

from attrs import frozen
from hypothesis import given, settings
from hypothesis import strategies as st

from pixtui.tui.wire.cells import Cell
from pixtui.tui.wire.shadow import Shadow
from tests.tui.wire.emulator import Emulator, wanted

WIDTHS, HEIGHTS = st.integers(2, 24), st.integers(1, 12)
LOOKS = st.sampled_from(
    [
        "",
        "1",
        "7",
        "4;38;5;200",
        "38;5;12;48;5;236",
        "48;5;236",
        "31",
        "1;3;32;44",
        "38;2;1;2;3;48;2;9;8;7",
        "48;2;9;8;7",
        "9;95",
    ]
)
KINDS = ["whole", "part", "part", "resize", "other", "opaque", "scrolled", "scrolled"]
CHARACTERS = st.sampled_from([*"   ab.é>·", "e\u0301", "o\u0323\u0301", "가", "漢", "，"])


@st.composite
def lines(draw: st.DrawFn, width: int) -> list[Cell]:
    """A line of cells; wide characters have their second, empty one."""
    found: list[Cell] = []
    while len(found) < width:
        text, look = draw(CHARACTERS), draw(LOOKS)
        for _ in range(draw(st.integers(1, 4))):
            wide = text in "가漢，"
            if len(found) + (2 if wide else 1) > width:
                text, wide = " ", False
            found.append((text, look))
            if wide:
                found.append(("", look))
    return found[:width]


@frozen
class Whole:
    """A frame painted whole."""

    frame: list[list[Cell]]


@frozen
class Scrolled:
    """The frame before, its lines moved up or down between two of them, some others new."""

    by: int
    top: int
    bottom: int
    fresh: list[list[Cell]]


@frozen
class Part:
    """A piece of a line painted, cut where no wide character is halved."""

    y: int
    line: list[Cell]
    begin: int
    end: int


@st.composite
def days(draw: st.DrawFn) -> list[object]:
    """Frames, parts of them, other sizes, and other programs that paint in between."""
    steps: list[object] = []
    size = (draw(WIDTHS), draw(HEIGHTS))
    for _ in range(draw(st.integers(1, 8))):
        kind = draw(
            st.sampled_from(
                ["whole", "part", "part", "resize", "other", "opaque", "scrolled", "scrolled"]
            )
        )
        if kind == "resize":
            size = (draw(WIDTHS), draw(HEIGHTS))
            steps.append(size)
        if kind in ("whole", "resize") or not steps:
            steps += [] if steps else [size]
            steps.append(Whole([draw(lines(size[0])) for _ in range(size[1])]))
        elif kind == "part":
            ends = sorted(draw(st.tuples(st.integers(0, size[0]), st.integers(0, size[0]))))
            y = draw(st.integers(0, size[1] - 1))
            steps.append(Part(y, draw(lines(size[0])), *ends))
        elif kind == "scrolled":
            top, bottom = sorted(draw(st.tuples(*[st.integers(0, size[1] - 1)] * 2)))
            by = draw(st.integers(-size[1], size[1]))
            fresh = draw(st.lists(lines(size[0]), min_size=1, max_size=3))
            steps.append(Scrolled(by, top, bottom, fresh))
        elif kind == "opaque":
            steps.append(("opaque", draw(st.integers(0, size[1] - 1))))
        else:
            steps.append("other")
            steps.append(Whole([draw(lines(size[0])) for _ in range(size[1])]))
    return steps


def halves(line: list[Cell], at: int) -> bool:
    """Whether a cut there goes through a wide character."""
    return 0 < at < len(line) and line[at][0] == ""


@settings(max_examples=400, deadline=None)
@given(days(), st.booleans())
def test_the_terminal_shows_what_was_painted(steps: list[object], in_colour: bool) -> None:
    shadow = Shadow(erases_in_colour=in_colour, scrolls=True)
    terminal = Emulator(2, 1)
    model: list[list[Cell]] = []
    for step in steps:
        sent = ""
        if isinstance(step, tuple) and step[0] != "opaque":
            terminal.screen.resize(lines=step[1], columns=step[0])
            shadow.resize(*step)
            model = [[]] * step[1]
        elif step == "other":
            terminal.feed("\x1b[2J\x1b[1;1Hwho\x1b[2;1Hsomebody else")
            shadow.forget()
            model = [[]] * len(model)
        elif isinstance(step, Whole):
            model = [list(line) for line in step.frame]
            sent = "".join(shadow.paint(y, 0, line) for y, line in enumerate(step.frame))
        elif isinstance(step, Scrolled):
            old = list(model)
            for y in range(step.top, step.bottom + 1):
                inside = step.top <= y + step.by <= step.bottom
                model[y] = old[y + step.by] if inside else step.fresh[y % len(step.fresh)]
            known = {y: line for y, line in enumerate(model) if line}
            sent = shadow.scroll(known)
            sent += "".join(shadow.paint(y, 0, line) for y, line in known.items())
        elif isinstance(step, Part):
            line, old = step.line, model[step.y]
            if any(halves(one, at) for one in (line, old) for at in (step.begin, step.end)):
                continue
            piece = line[step.begin : step.end]
            model[step.y] = [*old[: step.begin], *piece, *old[step.end :]]
            sent = shadow.paint(step.y, step.begin, piece)
        elif isinstance(step, tuple):
            text = "x" * shadow.size[0]
            model[step[1]] = [(one, "") for one in text]
            sent = shadow.opaque(step[1], 0, text)
        terminal.feed(sent + shadow.rest())
        for y, cells in enumerate(model):
            if cells:
                assert terminal.seen(y) == [wanted(cell) for cell in cells], (y, sent)


@given(st.integers(4, 40).flatmap(lambda width: st.tuples(lines(width), lines(width))))
def test_a_line_that_is_there_costs_nothing_and_a_change_never_more_than_the_line(
    pair: tuple[list[Cell], list[Cell]],
) -> None:
    before, after = pair
    shadow, whole = Shadow(), Shadow()
    for one in (shadow, whole):
        one.resize(len(before), 1)
    shadow.paint(0, 0, before)
    assert shadow.paint(0, 0, before) == ""
    shadow.rest()
    assert len(shadow.paint(0, 0, after)) <= 3 * len(whole.paint(0, 0, after))


def test_a_cursor_mark_costs_a_few_bytes() -> None:
    shadow = Shadow()
    shadow.resize(80, 24)
    for y in range(24):
        shadow.paint(y, 0, [(one, "") for one in f"{' >'[y == 4]} a row of the grid".ljust(80)])
    moved = shadow.paint(4, 0, [(" ", "")]) + shadow.paint(5, 0, [(">", "")])
    assert len(moved) <= 20, repr(moved)


def test_a_list_that_scrolls_costs_little_more_than_the_line_that_comes_in() -> None:
    shadow, still, terminal = Shadow(scrolls=True), Shadow(), Emulator(80, 24)
    listed = [[(one, "") for one in f"{y * 7919 % 997:<40}".rjust(80)] for y in range(25)]
    for one in (shadow, still):
        one.resize(80, 24)
        for y, line in enumerate(listed[:24]):
            sent = one.paint(y, 0, line)
            terminal.feed(sent if one is shadow else "")
    after = {y: listed[y + 1] for y in range(2, 22)}
    moved = shadow.scroll(after)
    terminal.feed(moved)
    for y in range(24):
        assert terminal.seen(y) == [wanted(cell) for cell in after.get(y, listed[y])]
    assert all(shadow.paint(y, 0, line) == "" for y, line in after.items())
    written = "".join(still.paint(y, 0, line) for y, line in after.items())
    assert len(moved) < len(written) / 2
