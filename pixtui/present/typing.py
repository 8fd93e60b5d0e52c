"""What each candidate types at entry, who has letters Pix drops, and what a refused one typed."""

from collections.abc import Iterator

from pixtui.domain.names import lossy_letters, pix_name
from pixtui.domain.session import Candidate, State
from pixtui.domain.text import sort_key, visible
from pixtui.domain.typed import Compared, Piece, compare_date, compare_name
from pixtui.present.field import Field
from pixtui.present.row import Row
from pixtui.present.tone import Cell
from pixtui.present.width import fit, wrap
from pixtui.wording.catalogue import N_, Words

MOST_TOLD = 3
"""Differences of one field that are put in words."""
NAME_CELLS, FIRST_CELLS, DATE_CELLS, SEAT_CELLS = 24, 18, 12, 5
_FIELDS = (
    ("last_name", N_("last name")),
    ("first_name", N_("first name")),
    ("birthdate", N_("birth date")),
)
_HOW = {
    "changed": N_("letter {at}: the list has {listed}, {typed} was typed"),
    "missing": N_("letter {at}: {listed} is missing"),
    "added": N_("before letter {at}: {typed} is too much"),
}
_AT_THE_END = N_("after the last letter: {typed} is too much")


def born(one: Candidate) -> str:
    """The birth date as it is typed; empty where it is not known."""
    return f"{one.birthdate:%d/%m/}{one.birthdate.year:04d}" if one.birthdate else ""


def lost_letters(one: Candidate) -> list[str]:
    """The letters of a candidate's names that Pix drops."""
    return lossy_letters(one.last_name + one.first_name)


def typing_rows(state: State, words: Words, cells: int) -> list[Row]:
    """Everyone, those with letters that Pix drops first, then by name."""
    people = sorted(
        state.candidates.values(),
        key=lambda one: (not lost_letters(one), sort_key(one.last_name), sort_key(one.first_name)),
    )
    return [_row(one, words, cells) for one in people]


def _row(one: Candidate, words: Words, cells: int) -> Row:
    lost = lost_letters(one)
    taken = SEAT_CELLS + DATE_CELLS + 14
    last = min(NAME_CELLS, max((cells - taken) * 4 // 7, 8))
    first = min(FIRST_CELLS, max(cells - taken - last, 6))
    told = words.say(N_("exactly so: {letters}"), letters=" ".join(lost)) if lost else ""
    return Row(
        one.id,
        (
            (fit(visible(one.seat or ""), SEAT_CELLS), "plain"),
            (fit(visible(one.last_name), last) + " ", "strong"),
            (fit(visible(one.first_name), first) + " ", "plain"),
            (fit(born(one), DATE_CELLS), "plain"),
            (visible(told), "warning"),
        ),
    )


def typing_lines(one: Candidate, words: Words, cells: int) -> list[Cell]:
    """What this candidate types, field by field, and what to beware of."""
    lines: list[Cell] = []
    values = {"last_name": one.last_name, "first_name": one.first_name, "birthdate": born(one)}
    for name, label in _FIELDS:
        value = values[name] or words.text(N_("not known here"))
        lines.append((f"{fit(words.text(label), 20)}{visible(value)}", "strong"))
    lines += [(line, "warning") for told in _beware(one, words) for line in wrap(told, cells)]
    return lines


def _beware(one: Candidate, words: Words) -> Iterator[str]:
    lost = lost_letters(one)
    if lost:
        told = N_("Pix drops {letters}: typed in any other way, the name is refused.")
        yield words.say(told, letters=visible(" ".join(lost)))
    if not pix_name(one.last_name) or not pix_name(one.first_name):
        yield words.text(N_("Pix sees no letter of this name: check how Pix writes it."))


# --- what was typed


def compare_fields(words: Words) -> list[Field]:
    """What a refused candidate typed, to be compared; nothing of it is recorded."""
    text = words.text
    return [
        Field(name="last_name", label=text(N_("last name typed"))),
        Field(name="first_name", label=text(N_("first name typed"))),
        Field(name="birthdate", label=text(N_("birth date typed")), hint="31/12/2010"),
    ]


def compared(one: Candidate, typed: dict[str, str]) -> dict[str, Compared]:
    """The fields that were typed, against the list."""
    found: dict[str, Compared] = {}
    for name in ("last_name", "first_name"):
        if typed.get(name):
            found[name] = compare_name(getattr(one, name), typed[name])
    if typed.get("birthdate") and one.birthdate:
        found["birthdate"] = compare_date(born(one), typed["birthdate"])
    return found


def comparison_lines(one: Candidate, typed: dict[str, str], words: Words) -> list[str]:
    """Where what was typed differs from the list, in the letters Pix sees; safe to show."""
    found = compared(one, typed)
    if not found:
        return [words.text(N_("Type what the candidate typed."))]
    if _swapped(one, typed):
        return [words.text(N_("Last name and first name are exchanged."))]
    lines: list[str] = []
    for name, label in _FIELDS:
        if name in found and not found[name].same:
            of_date = name == "birthdate" and len(found[name].typed) == len(found[name].listed)
            differing = _date_parts if of_date else _differences
            lines += differing(words.text(label), found[name], words)
    if lines:
        return lines
    right = N_("Pix would take this. Check the session number, and that the name is on its list.")
    return [words.text(right)]


def _swapped(one: Candidate, typed: dict[str, str]) -> bool:
    return bool(typed.get("last_name")) and (
        pix_name(typed["last_name"]),
        pix_name(typed.get("first_name", "")),
    ) == (pix_name(one.first_name), pix_name(one.last_name))


_PARTS = ((N_("day"), 0, 2), (N_("month"), 2, 4), (N_("year"), 4, 8))


def _date_parts(label: str, found: Compared, words: Words) -> Iterator[str]:
    """Two dates, day with day, month with month, year with year."""
    listed, typed = found.listed, found.typed
    if (listed[:2], listed[2:4]) == (typed[2:4], typed[:2]) and listed[4:] == typed[4:]:
        yield words.say(N_("{what}: day and month are exchanged."), what=label)
        return
    for part, begin, end in _PARTS:
        if listed[begin:end] != typed[begin:end]:
            yield words.say(
                N_("{what}, {part}: {typed} was typed, the list says {listed}."),
                what=label,
                part=words.text(part),
                typed=typed[begin:end],
                listed=listed[begin:end],
            )


def _differences(label: str, found: Compared, words: Words) -> Iterator[str]:
    """The two spellings below one another, then each difference in words."""
    above, below = _aligned(found.pieces)
    heads = [words.text(N_("list")), words.text(N_("typed"))]
    cells = max(len(one) for one in heads)
    for head, spelling in zip(heads, (above, below), strict=True):
        yield f"{label}, {fit(head, cells)} : {spelling}"
    told = [
        words.say(
            _AT_THE_END if one.at > len(found.listed) else _HOW[one.kind],
            at=one.at,
            listed=one.listed,
            typed=one.typed,
        )
        for one in found.differences[:MOST_TOLD]
    ]
    if found.lost and any(one.kind == "added" for one in found.differences):
        told.append(words.say(N_("{letters} is not spelled out"), letters=" ".join(found.lost)))
    yield visible(" ; ".join(told))


def _aligned(pieces: tuple[Piece, ...]) -> tuple[str, str]:
    """Both spellings, a dot where the other has a letter more."""
    above = below = ""
    for one in pieces:
        longest = max(len(one.listed), len(one.typed))
        above += one.listed.ljust(longest, "·")
        below += one.typed.ljust(longest, "·")
    return above, below
