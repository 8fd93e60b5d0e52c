"""An alarm, by keys alone: T0 at the first key, both roll calls, the new ends, times put right."""

from pathlib import Path

from pixtui.domain.derive import open_room_interruptions
from pixtui.domain.rollcall import roll
from pixtui.domain.timing import real_end
from pixtui.wording.when import hour
from tests.pilot.driver import Operator, WallClock, sitting
from tests.pilot.test_screens import sample


def end_of(hands: Operator, name: str) -> str:
    """The real end of a candidate, as it would be shown."""
    found = real_end(hands.state, hands.person(name), hands.context.now())
    assert found is not None
    return hour(hands.state, found.at)


async def test_an_evacuation_from_the_alarm_to_the_new_ends(home: Path) -> None:
    clock = WallClock("10:02")
    async with sitting(home, sample(home, "mid-exam"), clock=clock) as hands:
        await hands.until("28 en cours")
        assert end_of(hands, "ABADIE") == "10:50"
        await hands.press("ctrl+e")
        await hands.until("ALARME")
        clock.move("10:03")  # it took a minute to look back at the screen
        await hands.press("enter")
        await hands.until("Appel dehors")
        (held,) = open_room_interruptions(hands.state)
        assert hour(hands.state, held.span.began) == "10:02"
        assert hands.counted()["interrupted"] == 29
        assert "Sortez tous d'abord" in hands.words_seen
        await _called_outside(hands)
        await _called_back(hands, clock)
        await _going_on(hands, clock)
        await _put_right(hands)


async def _called_outside(hands: Operator) -> None:
    people = len(hands.rows.rows)
    assert people == 29, "the absent one is not called"
    await hands.press("1", "1", "2")
    await hands.until("2 présents · 26 à appeler · MANQUE : BENALI Yasmine")
    await hands.press(*["1"] * 26)
    await hands.until("28 présents · 0 à appeler · MANQUE : BENALI Yasmine")
    hands.rows.go_to(hands.person("BENALI").id)
    await hands.press("1")
    await hands.until("personne ne manque")


async def _called_back(hands: Operator, clock: WallClock) -> None:
    clock.move("10:12")
    await hands.press("f5")
    await hands.until("29 à appeler")
    await hands.press(*["1"] * 28)
    await hands.press("exclamation_mark")
    await hands.until("1 pas appelé")
    await hands.press("escape")
    await hands.press("2")
    await hands.until("MANQUE")


async def _going_on(hands: Operator, clock: WallClock) -> None:
    clock.move("10:14")
    await hands.press("exclamation_mark")
    await hands.until("MANQUE :")
    await hands.confirm()
    await hands.until("10:14 : reprise après 12 min, rendues.")
    assert end_of(hands, "ABADIE") == "11:02"
    assert "11:02" in hands.words_seen
    await hands.press("f7")
    await hands.until("10:02 : salle interrompue (alarme)")
    assert "case de la session" in hands.words_seen


async def _put_right(hands: Operator) -> None:
    """The alarm was at 9:58 by the corridor's clock."""
    seq = max(event.seq for event in hands.state.history if event.type == "log_incident")
    await hands.press("f9")
    hands.rows.go_to(str(seq))
    await hands.press("enter")
    await hands.fill({"at": "9:58"})
    found = roll(hands.state)
    assert found is not None
    assert hour(hands.state, found.interruption.span.began) == "09:58"
    assert end_of(hands, "ABADIE") == "11:06"
    await hands.press("f7")
    await hands.until("09:58 : salle interrompue (alarme)")


async def test_the_alarm_key_does_nothing_before_yes_and_comes_back_to_the_roll(home: Path) -> None:
    async with sitting(home, sample(home, "mid-exam"), clock=WallClock("10:02")) as hands:
        await hands.until("28 en cours")
        entries = len(hands.state.history)
        await hands.press("ctrl+e", "escape")
        assert len(hands.state.history) == entries
        await hands.press("ctrl+e", "enter")
        await hands.until("Appel dehors")
        await hands.press("f2")
        await hands.press("ctrl+e")
        await hands.until("Appel dehors")
        assert len(hands.state.history) == entries + 1


async def test_who_has_answered_is_not_written_down_again(home: Path) -> None:
    async with sitting(home, sample(home, "mid-exam"), clock=WallClock("10:02")) as hands:
        await hands.until("28 en cours")
        await hands.press("ctrl+e", "enter")
        await hands.until("Appel dehors")
        await hands.press("1")
        await hands.until("1 présent")
        hands.rows.go_to(hands.person("ABADIE").id)
        entries = len(hands.state.history)
        await hands.press("1")
        await hands.until("ABADIE Zoé : déjà noté.")
        assert len(hands.state.history) == entries
        hands.rows.go_to(hands.person("ABADIE").id)
        await hands.press("2")
        await hands.until("MANQUE : ABADIE Zoé")
