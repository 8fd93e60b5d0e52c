"""Coming in by keys: three facts apart, several at once after a look, seats, a day from paper."""

from pathlib import Path

from pixtui.desk.desk import Desk
from pixtui.desk.importing import import_file
from pixtui.domain.derive import flags
from pixtui.rules.rulebook import rulebook
from pixtui.wording.catalogue import words
from pixtui.wording.history import history_lines
from pixtui.wording.when import hour
from tests.pilot.driver import Operator, WallClock, sitting
from tests.pilot.test_evacuation import end_of
from tests.pilot.test_screens import sample


async def test_identity_signature_and_presence_are_three_facts(home: Path) -> None:
    async with sitting(home, sample(home, "fresh"), clock=WallClock("08:50")) as hands:
        await hands.press("f2")
        await hands.find("aba")
        for key, flag in (("1", "identity"), ("2", "signed"), ("3", "presence")):
            known = set(flags(hands.state, hands.person("ABADIE"), hands.context.now()))
            await hands.press(key)
            now = set(flags(hands.state, hands.person("ABADIE"), hands.context.now()))
            assert now - known == {flag}


async def test_several_at_once_after_a_look_at_who_is_concerned(home: Path) -> None:
    async with sitting(home, sample(home, "fresh"), clock=WallClock("08:50")) as hands:
        await hands.press("f2")
        await hands.find("aba")
        await hands.press("1")
        await hands.find("alv")
        await hands.press("0")
        entries = len(hands.state.history)
        await hands.press("asterisk", "4")
        await hands.until("prêt : 29 sur 30")
        assert "ALVES-TEIXEIRA Inês : absent" in hands.words_seen
        await hands.press("escape", "1")
        await hands.until("identité vérifiée : 28 sur 30")
        assert "ABADIE Zoé : déjà fait" in hands.words_seen
        await hands.press("escape")
        assert len(hands.state.history) == entries, "a look writes nothing"
        assert len(hands.rows.marked) == 30, "and takes no mark away"
        await hands.press("5")
        await hands.until("test commencé : 0 sur 30")
        assert "pas confirmée" in hands.words_seen
        await hands.press("enter")
        assert hands.counted().get("running", 0) == 0


async def test_turned_away_says_why_and_who_decided(home: Path) -> None:
    async with sitting(home, sample(home, "fresh"), clock=WallClock("08:50")) as hands:
        await hands.press("f2")
        await hands.find("aba")
        await hands.press("enter")
        await hands.choose("Non admis")
        await hands.fill({"decided_by": "M. Roy"})
        await hands.until("raison : à remplir")
        await hands.press("up")
        await hands.fill({"reason": "sans pièce"})
        away = hands.person("ABADIE").turned_away
        assert away is not None
        assert (away.outcome, away.note) == ("sans pièce", "M. Roy")


# --- seats


async def test_seats_by_order_keep_those_there_are_and_by_hand_change_one(home: Path) -> None:
    async with sitting(home, sample(home, "fresh"), clock=WallClock("08:10")) as hands:
        await hands.press("f2")
        await hands.press("plus")
        await hands.fill({"last_name": "AAA", "first_name": "Lou"})
        await hands.find("aaa")
        await hands.press("space", "n")
        await hands.fill({"first": "01"})
        assert hands.person("AAA").seat == "31", "the thirty others are taken"
        await hands.find("aba")
        await hands.press("e")
        await hands.fill({"seat": "B7", "workstation": "P40"})
        one = hands.person("ABADIE")
        assert (one.seat, one.workstation) == ("B7", "P40"), "the workstation is not the seat"
        await hands.press("f5", "n")
        await hands.fill({"first": "A", "keep": "non"})
        await hands.until("finit par un nombre")
        await hands.fill({"first": "A01"})
        by_name = sorted(hands.state.candidates.values(), key=lambda x: x.seat or "")
        assert [x.seat for x in by_name] == [f"A{n:02d}" for n in range(1, 32)]
        assert by_name[0].last_name == "AAA", "in the order of the grid"


def test_seats_come_with_the_import(home: Path) -> None:
    path = sample(home, "fresh")
    with Desk.open(path, "M. Roy", WallClock("08:10")) as desk:
        listed = "Nom;Prénom;Date de naissance;Place\nFOURNIER;Lou;01/02/2010;C12\n"
        import_file(desk, listed.encode(), accept_warnings=True)
        (one,) = [x for x in desk.state.candidates.values() if x.last_name == "FOURNIER"]
        assert (one.seat, one.workstation) == ("C12", None)


# --- a day from paper


async def test_a_day_that_went_on_on_paper_is_typed_in_line_by_line(home: Path) -> None:
    clock = WallClock("13:30")
    async with sitting(home, sample(home, "fresh"), clock=clock) as hands:
        await hands.press("f2", "f5")
        await hands.press("w")
        await hands.until("ABADIE Zoé · restent 30 lignes")
        await hands.fill({"start": "9h05", "end": "10:48"})
        await hands.until("ALVES-TEIXEIRA Inês · restent 29 lignes")
        await hands.fill({"absent": "oui"})
        await hands.until("BENALI Yasmine · restent 28 lignes")
        await hands.fill({"held": "9:40", "resumed": "9:52", "end": "11:30", "signed_out": "non"})
        await hands.until("BÜCHER Loïc · restent 27 lignes")
        await hands.fill({"end": "10:10", "reason": "c", "end_screen": "non"})
        await hands.until("CAZENAVE")
        await hands.fill({"start": "", "end": "10:10"})
        await hands.until("Donnez le début")
        await hands.press("escape")
        _is_told(hands)


def _is_told(hands: Operator) -> None:
    assert hands.counted() == {
        "expected": 26, "finished": 2, "stopped": 1, "absent": 1, "total": 30,
    }  # fmt: skip
    one = hands.person("BENALI")
    assert one.start is not None
    assert hour(hands.state, one.start.at) == "09:05", "the start of the one before stands there"
    assert end_of(hands, "BENALI") == "11:37"
    assert one.signed_out is None
    assert hands.person("BÜCHER").end_screen is None
    lines = [line.text() for line in history_lines(hands.state, words("fr"), rulebook())]
    typed = [line for line in lines if "ABADIE Zoé" in line and "09:05" in line]
    assert len(typed) == 4
    assert all("saisi à 13:30 pour 09:05" in line for line in typed), typed
