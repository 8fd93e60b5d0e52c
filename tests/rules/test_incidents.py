"""The incident guide: each exam-day situation apart, with what to do, to write, and its code."""

from typing import get_args

import pytest

from pixtui.domain.rules import Destination
from pixtui.rules.rulebook import load
from pixtui.rules.schema import MOMENTS

SITUATIONS: dict[str, dict[str, str | None]] = {
    "before": {
        "absent": None,
        "not_on_list": None,
        "other_room": None,
        "no_identity": None,
        "identity_doubt": None,
        "details_wrong": "C1",
        "refused_entry": "C8",
        "wrong_account": "C8",
        "forgotten_password": "C8",
        "not_certifiable": None,
        "wrong_code": None,
        "presence_missing": None,
        "code_too_early": None,
        "companion_missing": "C7",
        "late_arrival": "C8",
        "too_few_machines": None,
        "printer_down": None,
        "not_signed": "C4",
    },
    "technical": {
        "browser_closed": "C8",
        "disconnected": "C8",
        "machine_frozen": "C7",
        "workstation_swap": "C7",
        "image_problem": "E1",
        "simulator_problem": "E2",
        "file_problem": "E3",
        "site_down": "E4",
        "site_blocked": "E5",
        "timed_extra_time": "E8",
        "software_problem": "E9",
        "focus_lost": "E10",
        "platform_skip": "E11",
        "accessibility": "E12",
        "claimed_not_seen": None,
        "signalled_late": None,
        "network_row": "C7",
        "network_room": "C7",
        "power_cut": "C7",
        "platform_down": "C7",
        "es_lost": None,
    },
    "people": {
        "phone": "C6",
        "copying": "C6",
        "talking": "C6",
        "sharing": "C6",
        "ai_tool": "C6",
        "disorder": None,
        "temporary_exit": "C8",
        "illness": "C8",
        "abandonment": None,
        "early_leave": None,
        "technical_end": None,
        "extra_time_wrong": "C2",
        "evacuation": "C7",
        "relief": None,
        "other": None,
    },
    "end": {
        "left_unseen": None,
        "time_owed": None,
        "not_signed_out": None,
        "remembered_late": None,
    },
}
"""Domain notes §7, one by one, and the report code each calls for."""

CODES = ("C1", "C2", "C4", "C6", "C7", "C8")
LIVE = ("E1", "E2", "E3", "E4", "E5", "E8", "E9", "E10", "E11", "E12")
DEPRECATED = ("A1", "A2", "C3", "C5", "E6", "E7")


def test_the_guide_holds_every_situation_in_the_order_of_the_day() -> None:
    book = load()
    wanted = [situation for moment in MOMENTS for situation in SITUATIONS[moment]]
    assert book.situations() == wanted
    assert [one.id for one in book.rules.situations] == wanted
    for moment in MOMENTS:
        assert book.situations(moment) == list(SITUATIONS[moment])


def test_each_situation_has_the_code_of_the_rules() -> None:
    rules = load().rules
    told = {one.id: one.code for one in rules.situations}
    assert told == {key: code for group in SITUATIONS.values() for key, code in group.items()}


@pytest.mark.parametrize("language", ["fr", "en"])
def test_each_situation_says_what_to_do_and_what_to_write(language: str) -> None:
    book = load()
    for situation in book.situations():
        assert book.situation_title(situation, language) != situation
        lines = book.situation_do(situation, language)
        assert 2 <= len(lines) <= 5, situation
        assert all(len(line) <= 110 for line in lines), situation
        assert book.situation_record(situation, language), situation
        assert book.situation_advice(situation, language) == " ".join(lines)


def test_both_languages_give_the_same_number_of_lines() -> None:
    book = load()
    for situation in book.situations():
        french, english = (book.situation_do(situation, one) for one in ("fr", "en"))
        assert len(french) == len(english), situation


def test_a_situation_without_a_code_says_where_it_goes() -> None:
    known = set(get_args(Destination))
    for rule in load().rules.situations:
        assert rule.code or rule.destinations, rule.id
        assert set(rule.destinations) <= known


def test_what_no_known_rule_settles_is_left_to_the_centre() -> None:
    book = load()
    open_questions = {one for one in book.situations() if book.centre_decides(one)}
    assert open_questions == {"no_identity", "identity_doubt", "too_few_machines", "disorder"}
    for one in open_questions - {"disorder"}:
        assert "votre centre" in book.situation_advice(one, "fr")
    assert "chef de centre" in book.situation_advice("disorder", "fr")


def test_a_suspected_fraud_never_interrupts_the_test() -> None:
    book = load()
    suspected = [rule.id for rule in book.rules.situations if rule.code == "C6"]
    assert len(suspected) == 5
    for one in suspected:
        advice = book.situation_advice(one, "fr")
        assert "sans interrompre le test" in advice
        assert "témoin" in advice
        assert "aucune conclusion" in book.situation_record(one, "fr")


def test_illness_has_times_and_no_diagnosis() -> None:
    book = load()
    assert "aucun diagnostic" in book.situation_advice("illness", "fr")
    assert "rien sur la santé" in book.situation_record("illness", "fr")


def test_every_live_code_has_its_situation() -> None:
    reported = {rule.code for rule in load().rules.situations}
    assert set(LIVE) <= reported
    assert set(CODES) <= reported


def test_codes_are_those_of_pix() -> None:
    book = load()
    rules = {rule.code: rule for rule in book.rules.codes}
    assert set(rules) == {*CODES, *LIVE, *DEPRECATED}
    assert book.codes() == [*CODES, *LIVE]
    assert [code for code, rule in rules.items() if rule.live] == list(LIVE)
    assert [code for code, rule in rules.items() if rule.question] == list(LIVE)
    assert [code for code, rule in rules.items() if rule.needs_extra_time] == ["E8"]
    assert [code for code, rule in rules.items() if rule.not_blocking] == ["C7", "C8"]
    assert [code for code, rule in rules.items() if rule.fraud] == ["C6"]
    assert [code for code, rule in rules.items() if rule.deprecated] == list(DEPRECATED)
    for code in book.codes():
        assert book.code_needs(code, "fr")
        assert book.code_label(code, "en") != code


def test_causes_of_interruption_as_the_end_sum_says_them() -> None:
    book = load()
    assert book.cause_label("fire_alarm", "fr") == "alarme"
    assert book.cause_label("disconnection", "fr") == "déconnexion"
    assert book.cause_label("a leak in the roof", "fr") == "a leak in the roof"
    wanted = {"fire_alarm", "power_cut", "network", "platform", "disconnection"}
    wanted |= {"workstation", "machine", "illness", "temporary_exit", "other"}
    assert wanted <= set(book.causes())
    for cause in book.causes():
        assert book.cause_label(cause, "fr") == book.cause_label(cause, "fr").lower()


def test_minutes_are_given_back_unless_the_rules_say_otherwise() -> None:
    rules = load().rules
    kept = [rule.id for rule in rules.causes if not rule.given_back]
    assert kept == ["illness", "temporary_exit"]
    assert rules.gives_back("fire_alarm")
    assert rules.gives_back("a leak in the roof")


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_end_asks_for_boxes_and_reasons_and_says_what_they_mean(language: str) -> None:
    book = load()
    for box in ("has_incident", "has_joining_issue"):
        assert book.box_text(box, language) != box
    for reason in ("candidate", "technical"):
        assert book.reason_title(reason, language) != reason
        assert "20" in book.reason_consequence(reason, language)


def test_a_reason_tells_its_own_consequence() -> None:
    book = load()
    assert "rejetée" in book.reason_consequence("candidate", "fr")
    assert "annulée" in book.reason_consequence("technical", "fr")
