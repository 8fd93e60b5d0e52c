"""The parts of a guided incident: what is asked is what can still be said, nothing else."""

from collections.abc import Mapping

import pytest

from pixtui.domain import commands as c
from pixtui.domain.rules import Mode
from pixtui.present.field import UnclearError
from pixtui.present.guide import Guide
from pixtui.present.offers import offers
from pixtui.present.parts import PARTS
from pixtui.present.sights import probe
from pixtui.rules.rulebook import load
from pixtui.rules.schema import GOES_WITH
from pixtui.wording.catalogue import words
from tests.domain.day import Day, at

BOOK = load()
ELSEWHERE = {"enrolment", "hand_over", "alarm"}
"""The parts that open another form instead."""


def guide(day: Day, sight: str, who: str | None = "c1", **more: str) -> Guide:
    """What is seen, at ten."""
    return Guide(
        state=day.state,
        words=words("fr"),
        book=BOOK,
        now=at("10:00"),
        sight=sight,
        candidate=who,
        **more,  # type: ignore[arg-type]  # the reason
    )


def asked(of: Guide) -> dict[str, str]:
    """The fields and what already stands in them."""
    return {field.name: field.value for field in of.fields()}


def brought(of: Guide, **typed: str) -> list[str]:
    """The facts that come with the form as it stands, and what is typed over it."""
    values: Mapping[str, str] = {**asked(of), **typed}
    return [fact["command"] for fact in of.command(values).get("facts", [])]


def running(mode: Mode = "with-es") -> Day:
    """Two who began at 9:05, one who is expected."""
    day = Day(mode, candidates=3)
    day.started("9:05", "c1", "c2")
    return day


def test_every_part_of_the_rules_is_known() -> None:
    assert set(GOES_WITH) - ELSEWHERE == set(PARTS) - {"held", "room"}


def test_what_is_about_the_coming_in_is_not_asked_once_the_test_runs() -> None:
    day = running()
    for sight, name, fact in [
        ("absent", "absent", "mark_absent"),
        ("late_arrival", "arrived", "arrive"),
        ("identity_doubt", "doubt", "check_identity"),
        ("presence_missing", "presence", "confirm_presence"),
    ]:
        assert name not in asked(guide(day, sight))
        assert asked(guide(day, sight, "c3"))[name] == "oui"
        assert brought(guide(day, sight, "c3")) == [fact]
        assert brought(guide(day, sight, "c3"), **{name: "non"}) == []


def test_a_clock_is_stopped_once() -> None:
    day = running()
    assert brought(guide(day, "machine_frozen")) == ["interrupt"]
    assert brought(guide(day, "machine_frozen"), resumed="10:00") == ["interrupt", "resume"]
    day.do("9:50", c.Interrupt(candidates=("c1",), cause="machine"))
    assert "held" not in asked(guide(day, "workstation_swap"))
    assert brought(guide(day, "workstation_swap"), to="P9") == ["change_workstation"]
    assert brought(guide(day, "workstation_swap"), to="P9", resumed="9:58") == [
        "change_workstation", "resume",
    ]  # fmt: skip
    assert brought(guide(day, "machine_frozen", "c3")) == [], "nothing to stop before the start"


@pytest.mark.parametrize(
    ("mode", "stands", "resumed"), [("with-es", "oui", False), ("without-es", "non", True)]
)
def test_an_alert_stops_the_clock_where_it_blocks_the_screen(
    mode: Mode, stands: str, resumed: bool
) -> None:
    fields = asked(guide(running(mode), "site_down"))
    assert fields["held"] == stands
    assert ("resumed" in fields) is resumed, "nothing goes on before the alert is closed"


def test_a_swap_begins_with_the_workstation_there_is() -> None:
    day = running()
    day.do("9:40", c.ChangeWorkstation(candidates=("c1",), to="P4"))
    assert asked(guide(day, "workstation_swap"))["origin"] == "P4"
    assert next(f for f in guide(day, "workstation_swap").fields() if f.name == "to").needed


def test_out_and_back_are_said_of_who_is_out() -> None:
    day = running()
    assert brought(guide(day, "temporary_exit")) == ["leave_room"]
    assert brought(guide(day, "temporary_exit"), returned="10:00") == [
        "leave_room", "return_to_room",
    ]  # fmt: skip
    day.do("9:50", c.LeaveRoom(candidates=("c1",)))
    assert brought(guide(day, "temporary_exit"), returned="10:00") == ["return_to_room"]


def test_an_exit_noted_already_leaves_the_incident_its_true_hour() -> None:
    day = running()
    day.do("9:33", c.LeaveRoom(candidates=("c1",)))
    day.do("9:38", c.ReturnToRoom(candidates=("c1",)))
    of = guide(day, "temporary_exit")
    assert brought(of, at="9:33", returned="9:38") == []
    assert brought(of, at="9:38") == []
    assert brought(of, at="9:50", returned="9:55") == ["leave_room", "return_to_room"]
    assert brought(of) == ["leave_room"]


def test_an_end_gives_its_reason_and_says_what_it_means() -> None:
    of = guide(running(), "abandonment", reason="candidate")
    assert brought(of) == ["finish", "give_reason"]
    assert any("rejetée" in line for line in of.advice())
    assert brought(of, ends="non") == []
    assert brought(guide(running("without-es"), "abandonment", reason="candidate")) == [
        "give_reason"
    ]


def test_a_reason_is_never_dropped_where_the_end_takes_none() -> None:
    day = running()
    day.do("9:50", c.Finish(candidates=("c1",), how="candidate"))
    of = guide(day, "abandonment", reason="candidate")
    assert brought(of) == ["give_reason"], "refused by the desk, not left out in silence"
    assert probe(of)["facts"] == [{"command": "give_reason", "reason": "candidate"}]
    day.do("9:51", c.Finish(candidates=("c2",), how="invigilator"))
    assert "facts" not in probe(guide(day, "abandonment", "c2"))


def test_extra_time_is_changed_where_it_differs() -> None:
    day = running()
    assert brought(guide(day, "extra_time_wrong"), extra_time="33 %") == ["edit_candidate"]
    assert brought(guide(day, "extra_time_wrong"), extra_time="0") == []
    with pytest.raises(UnclearError):
        brought(guide(day, "extra_time_wrong"), extra_time="un tiers")


def test_a_room_is_stopped_whole_or_by_name() -> None:
    day = running()
    of = guide(day, "network_room", None)
    assert asked(of)["whom"] == ""
    assert of.command(asked(of))["facts"] == [{"command": "interrupt_room", "cause": "network"}]
    some = of.command({**asked(of), "whom": "1, NOMB"})["facts"]
    assert some[0]["candidates"] == ["1", "NOMB"]
    day.do("9:50", c.InterruptRoom(cause="network"))
    assert "stops" not in asked(guide(day, "network_room", None))


def test_signed_out_and_signatures_are_only_asked_of_whom_they_concern() -> None:
    day = running()
    assert "signed_out" not in asked(guide(day, "not_signed_out", "c3"))
    assert asked(guide(day, "not_signed_out"))["signed_out"] == "non"
    assert brought(guide(day, "not_signed"), refuses="oui") == ["sign"]
    assert brought(guide(day, "not_signed")) == []


def test_a_code_alone_asks_what_pix_needs() -> None:
    of = guide(running(), "code:E1")
    assert "question" in asked(of)
    assert "blocking" in asked(guide(running(), "code:C7"))
    with pytest.raises(UnclearError):
        of.command({**asked(of), "question": "douze"})


def test_who_is_out_of_the_room_comes_back_first() -> None:
    day = running()
    day.do("9:50", c.LeaveRoom(candidates=("c1",)))
    labels = [one.label for one in offers(day.state, day.state.candidates["c1"], at("10:00"))]
    assert labels[0] == "Back in the room"
    assert labels.index("Ended the test") > 0
