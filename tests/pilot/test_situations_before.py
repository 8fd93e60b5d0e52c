"""What happens before the start (domain notes §7), each carried through by keys."""

from pathlib import Path

import pytest

from pixtui.domain.derive import flags
from pixtui.wording.when import hour
from tests.pilot.driver import Operator, WallClock, sitting
from tests.pilot.situations import Case, acts_out, cases, pick, play, to_grid
from tests.pilot.test_evacuation import end_of
from tests.pilot.test_screens import sample

PAPER = ("paper",)
PIX = ("finalisation",)
REFERENT = "M. Roy, référent"
NO_RULE = "La règle de votre centre n'est pas écrite ici ({}) : demandez au référent."

COMING_IN = cases(
    Case(situation="absent", who="abadie", typed="absent", goes_to=PAPER, facts=("mark_absent",)),
    Case(
        situation="other_room",
        typed="autre salle",
        values={"note": "DUPUIS Ana, conduite en B206 à 8:48"},
        goes_to=PAPER,
    ),
    Case(
        situation="no_identity",
        who="benali",
        typed="sans pièce",
        values={"decided_by": REFERENT, "turned_away": "oui", "note": "carte de cantine"},
        goes_to=PAPER,
        facts=("turn_away",),
        told=(NO_RULE.format("no_identity"),),
    ),
    Case(
        situation="identity_doubt",
        who="bucher",
        typed="doute",
        values={"decided_by": REFERENT, "note": "photo ancienne, vue aussi par M. Roy"},
        goes_to=PAPER,
        facts=("check_identity",),
        told=(NO_RULE.format("identity_doubt"),),
    ),
    Case(
        situation="details_wrong",
        who="cazenave",
        typed="date de naissance faux",
        values={"note": "la feuille : CAZENAVE ; juste : CAZENEUVE"},
        code="C1",
        goes_to=PIX,
    ),
    Case(
        situation="refused_entry",
        who="da silva",
        typed="refusé à l'entrée",
        values={"note": "DA SILVA saisi DASILVA"},
        code="C8",
        goes_to=PIX,
    ),
    Case(
        situation="wrong_account",
        who="delorme",
        typed="mauvais compte",
        values={"note": "compte d'un frère, avant le début"},
        code="C8",
        goes_to=PIX,
    ),
    Case(
        situation="forgotten_password",
        who="diop",
        typed="mot de passe",
        values={"note": "4 min"},
        code="C8",
        goes_to=PIX,
    ),
    Case(
        situation="not_certifiable",
        who="etcheverry",
        typed="non certifiable",
        values={"decided_by": REFERENT, "turned_away": "oui", "note": "4 compétences"},
        goes_to=PAPER,
        facts=("turn_away",),
    ),
    Case(
        situation="wrong_code",
        who="faure",
        typed="code refusé",
        values={"note": "un O lu pour un Q"},
        goes_to=PAPER,
    ),
    Case(
        situation="companion_missing",
        who="garcia",
        typed="companion",
        values={"note": "poste 11, 3 min", "blocking": "non"},
        code="C7",
        goes_to=PIX,
    ),
    Case(
        situation="too_few_machines",
        typed="pas assez de postes",
        values={"decided_by": REFERENT, "note": "HADDAD et IBRAHIM attendent en B206"},
        goes_to=PAPER,
        told=(NO_RULE.format("too_few_machines"),),
    ),
    Case(
        situation="printer_down",
        typed="imprimante",
        values={"note": "émargement fait à la main"},
        goes_to=PAPER,
    ),
    Case(
        situation="not_signed",
        who="jaffre",
        typed="pas signé",
        values={"wrong_line": "oui", "note": "sur la ligne 16"},
        code="C4",
        goes_to=PIX,
        facts=("sign",),
    ),
)


async def test_what_happens_while_they_come_in(home: Path, subtests: pytest.Subtests) -> None:
    async with sitting(home, sample(home, "fresh"), clock=WallClock("08:50")) as hands:
        await hands.press("f2")
        for case in COMING_IN:
            with subtests.test(case.situation):
                await play(hands, case)
        with subtests.test("what they come to"):
            _came_to(hands)


def _came_to(hands: Operator) -> None:
    assert hands.counted() == {"expected": 27, "absent": 1, "turned_away": 2, "total": 30}
    away = hands.person("BENALI").turned_away
    assert away is not None
    assert (away.outcome, away.note) == ("carte de cantine", REFERENT)
    now = hands.context.now()
    assert "identity_doubt" in flags(hands.state, hands.person("BÜCHER"), now)
    assert "wrong_line" in flags(hands.state, hands.person("JAFFRÉ"), now)
    assert hands.person("CAZENAVE"), "the list still says what the candidate types"


@acts_out("not_on_list")
async def test_not_on_the_list_is_enrolled_one_by_one_even_after_the_start(home: Path) -> None:
    async with sitting(home, sample(home, "mid-exam"), clock=WallClock("10:02")) as hands:
        await hands.until("28 en cours")
        await pick(hands, "not_on_list", "pas sur la liste")
        await hands.press("enter")
        await hands.fill({"last_name": "DUPUIS", "first_name": "Ana", "seat": "31"})
        await hands.until("Pas sur la liste · DUPUIS Ana")
        await hands.fill({"note": "inscrite par M. Roy à 10:01"})
        assert hands.standing("DUPUIS") == "expected"
        (incident,) = [x for x in hands.state.incidents.values() if x.situation == "not_on_list"]
        assert incident.candidate == hands.person("DUPUIS").id
        await hands.find("dupuis")
        await hands.press("1", "2", "3", "4", "5")
        assert end_of(hands, "DUPUIS") == "11:47"
        await pick(hands, "not_on_list", "pas sur la liste")
        await hands.choose("Pas inscrit")
        await hands.fill({"note": "FOURNIER Lou, renvoyé par M. Roy"})
        last = list(hands.state.incidents.values())[-1]
        assert (last.candidate, last.note) == (None, "FOURNIER Lou, renvoyé par M. Roy")


@acts_out("presence_missing")
async def test_a_presence_that_expired_is_confirmed_again_by_its_own_entry(home: Path) -> None:
    clock = WallClock("08:50")
    async with sitting(home, sample(home, "fresh"), clock=clock) as hands:
        await hands.press("f2")
        await hands.find("abadie")
        await hands.press("1", "2", "3", "4")
        clock.move("09:05")
        await hands.press("5")
        assert hands.standing("ABADIE") == "ready"
        assert "15" in hands.message
        assert "présence" in hands.message
        case = Case(
            situation="presence_missing",
            who="abadie",
            typed="présence expirée",
            goes_to=PAPER,
            facts=("confirm_presence",),
        )
        await play(hands, case)
        await hands.press("5")
        assert hands.standing("ABADIE") == "running"


@acts_out("code_too_early")
async def test_a_code_given_too_early_is_refused_with_names_then_given_with_a_reason(
    home: Path,
) -> None:
    async with sitting(home, sample(home, "fresh"), clock=WallClock("08:50")) as hands:
        await hands.press("f4")
        await hands.fill({"access_code": "BCDF23"})
        await hands.press("f4")
        await hands.choose("Donner maintenant")
        await hands.until("Donner le code quand même ?")
        assert hands.state.revealed is None
        assert "ABADIE" in hands.words_seen
        await hands.fill({"override": "vu au tableau par toute la salle"})
        assert hands.state.revealed is not None
        case = Case(
            situation="code_too_early",
            typed="code trop tôt",
            values={"note": "personne n'avait commencé"},
            goes_to=PAPER,
        )
        await play(hands, case)


@acts_out("late_arrival")
async def test_who_comes_late_has_their_own_start_and_end(home: Path) -> None:
    async with sitting(home, sample(home, "mid-exam"), clock=WallClock("10:02")) as hands:
        await hands.until("28 en cours")
        await _late(hands)
        await hands.press("1", "2", "3", "4", "5")
        assert hands.standing("IBRAHIM") == "running"
        assert end_of(hands, "IBRAHIM") == "11:47"
        assert end_of(hands, "ABADIE") == "10:50"
        await to_grid(hands)


async def _late(hands: Operator) -> None:
    case = Case(
        situation="late_arrival",
        who="ibrahim",
        typed="retard",
        values={"at": "10:00", "note": "bus en panne"},
        code="C8",
        goes_to=PIX,
        facts=("arrive",),
    )
    await play(hands, case)
    arrived = hands.person("IBRAHIM").arrived
    assert arrived is not None
    assert hour(hands.state, arrived.at) == "10:00"
