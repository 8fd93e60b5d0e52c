"""Every situation of an exam day is played by keys; every line of the notes has one."""

import importlib

import pytest

from pixtui.rules.rulebook import load
from pixtui.rules.schema import MOMENTS
from tests.pilot.situations import PLAYED

SECTION_7 = {
    "absent": "absent",
    "not on the list (enrolled even after the start)": "not_on_list",
    "belongs to another room": "other_room",
    "no identity document": "no_identity",
    "doubt on identity": "identity_doubt",
    "name or birth date wrong on the sheet": "details_wrong",
    "refused at entry though on the list": "refused_entry",
    "wrong Pix account": "wrong_account",
    "forgotten password": "forgotten_password",
    "not certifiable": "not_certifiable",
    "wrong or unreadable access code": "wrong_code",
    "presence not confirmed or expired after 15 min": "presence_missing",
    "code given too early": "code_too_early",
    "Companion extension missing": "companion_missing",
    "late arrival (own start and end)": "late_arrival",
    "more candidates than machines": "too_few_machines",
    "printer down": "printer_down",
    "forgot to sign / wrong line": "not_signed",
    "browser closed": "browser_closed",
    "disconnected": "disconnected",
    "machine frozen": "machine_frozen",
    "workstation swap": "workstation_swap",
    "E1": "image_problem",
    "E2": "simulator_problem",
    "E3": "file_problem",
    "E4": "site_down",
    "E5": "site_blocked",
    "E8": "timed_extra_time",
    "E9": "software_problem",
    "E10": "focus_lost",
    "E11": "platform_skip",
    "E12": "accessibility",
    "claimed but not seen": "claimed_not_seen",
    "signalled too late": "signalled_late",
    "network loss of one row": "network_row",
    "network loss of the whole room": "network_room",
    "power cut, console included": "power_cut",
    "platform down": "platform_down",
    "invigilator space lost": "es_lost",
    "phone": "phone",
    "copying": "copying",
    "talking": "talking",
    "sharing": "sharing",
    "AI tool": "ai_tool",
    "disorder": "disorder",
    "temporary exit": "temporary_exit",
    "illness": "illness",
    "abandonment": "abandonment",
    "early leave": "early_leave",
    "technical end": "technical_end",
    "extra time forgotten or wrong": "extra_time_wrong",
    "fire alarm/evacuation": "evacuation",
    "relief of an invigilator": "relief",
    "left before the end screen was seen": "left_unseen",
    "indicative end passed while time is owed": "time_owed",
    "did not sign out": "not_signed_out",
    "incident remembered after finalisation": "remembered_late",
}
"""Domain notes §7, line by line, and the situation that carries it."""
NOWHERE_ELSE = "other"
"""What is in no list of anybody's."""


@pytest.mark.parametrize("moment", MOMENTS)
def test_every_situation_of_the_rules_is_played_by_keys(moment: str) -> None:
    importlib.import_module(f"tests.pilot.test_situations_{moment}")
    missing = [one for one in load().situations(moment) if not PLAYED.get(one)]
    assert missing == [], "add its test to tests/pilot/test_situations_…"


def test_every_line_of_the_notes_has_its_situation_and_none_is_invented() -> None:
    assert sorted([*SECTION_7.values(), NOWHERE_ELSE]) == sorted(load().situations())
