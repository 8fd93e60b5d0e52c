"""Who or what is meant by a few letters: a seat, the beginning of a name, a word of a line."""

from collections.abc import Sequence

from pixtui.domain.session import Candidate, State
from pixtui.domain.text import fold
from pixtui.present.grid import matches


def meant(state: State, typed: str) -> list[Candidate]:
    """Who is meant: the one in that seat, else those whose names begin so, else hold it."""
    people = sorted(state.candidates.values(), key=lambda one: (fold(one.last_name), one.id))
    wanted = fold(typed).strip()
    seated = [one for one in people if one.seat and seat_number(one.seat) == seat_number(wanted)]
    if seated or not wanted:
        return seated
    whole = [one for one in people if fold(f"{one.last_name} {one.first_name}") == wanted]
    begins = [
        one
        for one in people
        if all(
            any(name.startswith(word) for name in fold(_names(one)).split())
            for word in wanted.split()
        )
    ]
    return whole or begins or [one for one in people if matches(one, typed)]


def first_meant(state: State, shown: Sequence[str], typed: str) -> str | None:
    """Of the candidates shown (their ids, in order), the first who is meant while one types.

    A seat typed in full comes before one that only begins so, and both before names.
    """
    wanted = seat_number(typed.strip())
    if not wanted:
        return None
    seats = [(key, seat_number(state.candidates[key].seat or "")) for key in shown]
    named = {one.id for one in meant(state, typed)}
    ranked = (
        [key for key, seat in seats if seat == wanted],
        [key for key, seat in seats if wanted[0].isdigit() and seat.startswith(wanted)],
        [key for key in shown if key in named],
        [key for key, seat in seats if seat.startswith(wanted)],
    )
    return next((found[0] for found in ranked if found), None)


def seat_number(text: str) -> str:
    """A seat as it is compared: 7 and 07 are the same."""
    folded = fold(text)
    return folded.lstrip("0") or folded if folded.isdigit() else folded


def _names(one: Candidate) -> str:
    return f"{one.last_name} {one.first_name} " + fold(one.last_name).replace("'", " ")


def how_well(line: str, asked: Sequence[str]) -> int:
    """How well a folded line fits the words asked.

    0 where it has the seat or the number asked whole, 1 where it holds the words, 2 else.
    """
    words = [seat_number(word) for word in line.split()]
    if asked and all(one.isdigit() and seat_number(one) in words for one in asked):
        return 0
    return 1 if all(one in line for one in asked) else 2
