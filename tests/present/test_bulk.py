"""One act for several: who is concerned, who is not and why, each name said once."""

import pytest

from pixtui.domain import commands as c
from pixtui.domain.outcome import Decision
from pixtui.present.bulk import Split, split, title, told
from pixtui.wording.catalogue import words
from pixtui.wording.sentences import refusal_sentence
from tests.domain.day import Day

FR = words("fr")


def five() -> Day:
    """One absent, one turned away, one checked, one in doubt, one of whom nothing is known."""
    day = Day(candidates=5)
    day.do("8:50", c.MarkAbsent(candidates=("c1",)))
    day.do("8:50", c.TurnAway(candidates=("c2",), reason="sans pièce"))
    day.do("8:50", c.CheckIdentity(candidates=("c3",)))
    day.do("8:50", c.CheckIdentity(candidates=("c4",), outcome="doubt"))
    return day


def asked(day: Day, act: c.OnCandidates) -> Split:
    """What is said before that act, at nine."""

    def judge(one: c.OnCandidates) -> Decision:
        return day.ask("9:00", one)

    return split(day.state, act, judge, lambda no: refusal_sentence(FR, no, day.state), FR)


ALL = ("c1", "c2", "c3", "c4", "c5")


@pytest.mark.parametrize(
    ("act", "concerned", "left"),
    [
        (c.CheckIdentity(candidates=ALL), ("c4", "c5"), [f"NOM{one} Zoé" for one in "ABC"]),
        (c.Sign(candidates=ALL), ("c3", "c4", "c5"), ["NOMA Zoé", "NOMB Zoé"]),
        (c.MarkReady(candidates=("c1", "c5")), ("c5",), ["NOMA Zoé"]),
        (c.Sign(candidates=("c1",)), ("c1",), []),
        (c.MarkAbsent(candidates=ALL), ("c2", "c3", "c4", "c5"), ["NOMA Zoé"]),
        (c.Start(candidates=ALL), (), [f"NOM{one} Zoé" for one in "ABCDE"]),
        (c.Sign(candidates=("c5", "c3")), ("c5", "c3"), []),
    ],
)
def test_each_is_judged_alone(
    act: c.OnCandidates, concerned: tuple[str, ...], left: list[str]
) -> None:
    found = asked(five(), act)
    assert found.act.candidates == concerned
    assert [name for name, _why in found.left] == left


def test_the_reasons_are_those_of_the_room() -> None:
    why = dict(asked(five(), c.Start(candidates=ALL)).left)
    assert "absence notée" in why["NOMA Zoé"]
    assert "pas confirmée" in why["NOMC Zoé"]
    assert dict(asked(five(), c.CheckIdentity(candidates=("c3",))).left)["NOMC Zoé"] == "déjà fait"


def test_each_name_is_said_once_whatever_the_reason_says() -> None:
    day = five()
    for act in (c.Start(candidates=ALL), c.CheckIdentity(candidates=ALL)):
        found = asked(day, act)
        said = "\n".join(told(found, day.state, FR, 6))
        for one in day.state.candidates.values():
            assert said.count(one.last_name) == 1, said


def test_the_title_counts_who_is_concerned_among_all() -> None:
    assert (
        title(asked(five(), c.CheckIdentity(candidates=ALL)), FR) == "identité vérifiée : 2 sur 5"
    )
    assert title(asked(five(), c.CheckIdentity(candidates=ALL)), words("en")).endswith(": 2 of 5")


def test_many_are_told_by_how_many_more() -> None:
    day = Day(candidates=20)
    everyone = tuple(day.state.candidates)
    lines = list(told(asked(day, c.MarkReady(candidates=everyone)), day.state, FR, 3))
    assert len(lines) == 1
    assert lines[0].endswith("et 14 autres.")
    lines = list(told(asked(day, c.Start(candidates=everyone)), day.state, FR, 3))
    assert lines[0] == "Pas concernés :"
    assert lines[-1] == "et 17 autres."
    assert len(lines) == 5
