"""The rulebook: what travels in a session, and a centre's own rules over the shipped ones."""

import json
import time
from datetime import date
from pathlib import Path

import pytest

from pixtui.domain.rules import Rules, Windows
from pixtui.rules.rulebook import Rulebook, load, rulebook
from pixtui.store.codec import converter, structure


def laid_over(tmp_path: Path, text: str) -> Rulebook:
    """The rulebook of a centre whose own file says that."""
    own = tmp_path / "rules.toml"
    own.write_text(text, encoding="utf-8")
    return load(own)


def ids(book: Rulebook) -> list[str]:
    """The steps with the invigilator space."""
    return [step.id for step in book.rules.steps_for("with-es")]


# --- the shipped rules


def test_the_durations_are_those_of_the_products() -> None:
    rules = load().rules
    assert dict(rules.durations) == {
        "pix": 105,
        "pix-clea": 105,
        "pix-droit": 60,
        "pix-pro-sante": 60,
        "pix-edu": 90,
    }
    assert rules.windows == Windows(15, 24, 24, 2, 5)
    assert rules.retention_days == 365
    assert rules.dated == date(2026, 11, 23)


def test_what_travels_in_a_session_is_small_and_comes_back_equal() -> None:
    rules = load().rules
    text = json.dumps(converter().unstructure(rules), ensure_ascii=False)
    assert structure(json.loads(text), Rules) == rules
    assert 2_000 < len(text.encode()) < 8_000
    assert "Preuve" not in text


def test_loading_is_quick() -> None:
    # About 20 ms on an idle machine: what fails here has grown out of all proportion.
    runs = []
    for _ in range(7):
        begun = time.process_time()
        load()
        runs.append(time.process_time() - begun)
    assert min(runs) < 0.2


# --- a centre's own


def test_a_centre_without_a_file_has_the_shipped_rules(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PIXTUI_HOME", str(tmp_path))
    rulebook.cache_clear()
    try:
        assert rulebook() == load()
    finally:
        rulebook.cache_clear()


def test_a_centre_has_its_file_in_the_configuration_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PIXTUI_HOME", str(tmp_path))
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "rules.toml").write_text("retention_days = 90\n", encoding="utf-8")
    rulebook.cache_clear()
    try:
        assert rulebook().rules.retention_days == 90
    finally:
        rulebook.cache_clear()


def test_an_empty_file_changes_nothing(tmp_path: Path) -> None:
    assert laid_over(tmp_path, "# nothing yet\n") == load()


def test_a_new_step_comes_after_the_one_it_names_and_has_its_phase(tmp_path: Path) -> None:
    book = laid_over(
        tmp_path,
        """
        [[step]]
        id = "parking"
        after = "room"
        title = { fr = "Parking ouvert", en = "Car park open" }
        text = { fr = "Ouvrez le parking.", en = "Open the car park." }
        """,
    )
    steps = ids(book)
    assert steps[steps.index("room") + 1] == "parking"
    parking = book.rules.step("parking", "without-es")
    assert parking is not None
    assert parking.phase == "before"
    assert book.step_title("parking", "with-es", "fr") == "Parking ouvert"


def test_a_known_step_moves(tmp_path: Path) -> None:
    steps = ids(laid_over(tmp_path, '[[step]]\nid = "identity"\nafter = "name_entry"\n'))
    assert steps[steps.index("name_entry") + 1] == "identity"
    assert sorted(steps) == sorted(ids(load()))


def test_a_new_step_without_a_place_ends_its_phase(tmp_path: Path) -> None:
    book = laid_over(
        tmp_path,
        '[[step]]\nid = "coffee"\nphase = "before"\n'
        'title = { fr = "Café", en = "Coffee" }\ntext = { fr = "Café.", en = "Coffee." }\n',
    )
    steps = ids(book)
    assert steps[steps.index("pix_sign_in") - 1] == "coffee"


def test_what_a_table_leaves_out_stays(tmp_path: Path) -> None:
    book = laid_over(tmp_path, '[[step]]\nid = "room"\ntitle = { fr = "Salle", en = "Room" }\n')
    assert book.step_title("room", "with-es", "fr") == "Salle"
    assert book.step_text("room", "with-es", "fr") == load().step_text("room", "with-es", "fr")
    assert book.rules == load().rules


def test_a_step_of_both_modes_changes_in_both(tmp_path: Path) -> None:
    text = '[[step]]\nid = "supervise"\ntitle = { fr = "Veille", en = "Watch" }\n'
    book = laid_over(tmp_path, text)
    assert book.step_title("supervise", "with-es", "fr") == "Veille"
    assert book.step_title("supervise", "without-es", "fr") == "Veille"


def test_a_step_changes_in_one_mode_only_where_it_has_one(tmp_path: Path) -> None:
    text = '[[step]]\nid = "supervise"\nmode = "with-es"\ntitle = { fr = "Veille", en = "Watch" }\n'
    book = laid_over(tmp_path, text)
    assert book.step_title("supervise", "with-es", "fr") == "Veille"
    assert book.step_title("supervise", "without-es", "fr") == "Surveillance"


def test_items_are_replaced_and_a_known_one_keeps_its_words(tmp_path: Path) -> None:
    book = laid_over(
        tmp_path,
        """
        [[step]]
        id = "room"
        items = [
          { id = "seats" },
          { id = "badges", fr = "badges remis", en = "badges handed out" },
        ]
        """,
    )
    room = book.rules.step("room", "with-es")
    assert room is not None
    assert room.items == ("seats", "badges")
    assert book.item_title("room", "seats", "with-es", "fr") == "places séparées et numérotées"
    assert book.item_title("room", "badges", "with-es", "fr") == "badges remis"
    assert not book.item_is_ours("room", "badges", "with-es")


def test_a_situation_a_cause_and_a_link_are_changed_or_added(tmp_path: Path) -> None:
    book = laid_over(
        tmp_path,
        """
        [[cause]]
        id = "illness"
        given_back = true

        [[cause]]
        id = "flood"
        fr = "inondation"
        en = "flood"

        [[situation]]
        id = "visitor"
        moment = "before"
        destinations = ["paper"]
        title = { fr = "Visiteur", en = "Visitor" }
        do = { fr = ["Raccompagnez-le."], en = ["Show them out."] }

        [[link]]
        id = "pix_certif"
        url = "https://certif.example.org"
        """,
    )
    assert book.rules.gives_back("illness")
    assert book.cause_label("illness", "fr") == "malaise"
    assert book.cause_label("flood", "fr") == "inondation"
    assert book.situations("before")[-1] == "visitor"
    assert book.links("finalise", "with-es", "fr")[0].url == "https://certif.example.org"


def test_delays_and_durations_are_changed_one_by_one(tmp_path: Path) -> None:
    rules = laid_over(
        tmp_path,
        "unknown_cause_given_back = false\n[windows]\nalert_minutes = 3\n[durations]\nessai = 20\n",
    ).rules
    assert rules.windows == Windows(15, 24, 24, 2, 3)
    assert rules.durations["essai"] == 20
    assert rules.durations["pix"] == 105
    assert not rules.gives_back("a leak in the roof")


def test_windows_line_ends_a_mark_at_the_start_and_no_break_spaces_are_fine(
    tmp_path: Path,
) -> None:
    own = tmp_path / "rules.toml"
    text = '[[step]]\r\nid = "room"\r\ntitle = { fr = "Salle\u00a0: vue", en = "Room" }\r\n'
    own.write_bytes(b"\xef\xbb\xbf" + text.encode())
    assert load(own).step_title("room", "with-es", "fr") == "Salle\u00a0: vue"
