"""What happens at the end (domain notes §7), each carried through by keys."""

from pathlib import Path

import pytest

from pixtui.domain.commands import Annex
from pixtui.wording.when import hour
from tests.pilot.driver import Operator, WallClock, sitting
from tests.pilot.situations import Case, acts_out, cases, pick, play
from tests.pilot.test_screens import sample

PAPER = ("paper",)

ENDING = cases(
    Case(
        situation="left_unseen",
        who="quere",
        typed="parti avant",
        values={"note": "poste éteint"},
        goes_to=PAPER,
        told=("Ne notez pas vu ce que vous n'avez pas vu.",),
    ),
    Case(
        situation="not_signed_out",
        who="ler",
        typed="pas déconnecté",
        values={"signed_out": "oui", "note": "par Mme Sarr"},
        goes_to=PAPER,
        facts=("sign_out",),
    ),
)


async def test_who_left_too_soon(home: Path, subtests: pytest.Subtests) -> None:
    async with sitting(home, sample(home, "to-finalise"), clock=WallClock("11:32")) as hands:
        await hands.press("f2")
        for case in ENDING:
            with subtests.test(case.situation):
                await play(hands, case)
        assert hands.person("QUÉRÉ").end_screen is None
        assert hands.person("LEROY").signed_out is not None


@acts_out("time_owed")
async def test_past_the_indicative_end_the_sum_says_what_is_owed(home: Path) -> None:
    async with sitting(home, sample(home, "mid-exam"), clock=WallClock("10:52")) as hands:
        await hands.until("28 en cours")
        await hands.find("benali")
        await hands.until("09:05 + 105 min + 35 min (33 %) = 11:25")
        case = Case(
            situation="time_owed",
            who="ben",
            typed="temps est encore dû",
            values={"note": "fin réelle 11:25"},
            goes_to=PAPER,
            told=("l'heure de Pix ignore le temps majoré et les interruptions",),
        )
        await play(hands, case)
        assert hands.standing("BENALI") == "running"


@acts_out("remembered_late")
async def test_what_is_remembered_after_the_seal_is_an_annex_with_its_true_time(
    home: Path,
) -> None:
    async with sitting(home, sample(home, "mid-exam"), clock=WallClock("10:02")) as hands:
        await hands.until("28 en cours")
        await pick(hands, "remembered_late", "annexe", "ler")
        await hands.until("le dossier scellé ne change plus")
    async with sitting(home, sample(home, "sealed"), clock=WallClock("12:30")) as hands:
        await hands.press("f2")
        await hands.until("SCELLÉ")
        sealed = hands.state.sealed
        incidents = hands.state.incidents
        await hands.press("f3")
        await hands.fill({"at": "10:15", "note": "LEROY est sorti 3 min", "candidate": "LEROY"})
        _is_added(hands)
        assert hands.state.sealed == sealed
        assert hands.state.incidents == incidents, "what is sealed is not edited"
        await hands.press("f9")
        await hands.until("LEROY est sorti 3 min")
        assert "saisi à 12:30 pour 10:15" in hands.words_seen


def _is_added(hands: Operator) -> None:
    (annex,) = hands.state.annexes[-1:]
    assert (annex.note, annex.candidate) == ("LEROY est sorti 3 min", hands.person("LEROY").id)
    assert hour(hands.state, annex.at) == "10:15"
    assert isinstance(hands.state.history[-1].act, Annex)
