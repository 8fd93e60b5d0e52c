"""A user's settings: one registry, and everything that may be wrong in the file."""

import time
import tomllib
from pathlib import Path

import pytest
from attrs import fields

from pixtui.desk.settings import SETTINGS, LoadedSettings, Settings, load_settings, wrong_value
from pixtui.present.settings import setting_sentences, settings_file, settings_sentence
from pixtui.wording.catalogue import words


def loaded(folder: Path, text: str | bytes) -> LoadedSettings:
    """Settings of that text."""
    path = folder / "config.toml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return load_settings(path)


def test_the_registry_and_what_is_read_are_the_same() -> None:
    assert [one.name for one in SETTINGS] == [one.name for one in fields(Settings)]


@pytest.mark.parametrize("language", ["fr", "en"])
def test_the_default_file_sets_nothing_and_each_line_of_it_may_be_taken(
    tmp_path: Path, language: str
) -> None:
    told = settings_file(Settings(), words(language), tmp_path / "config.toml")
    assert loaded(tmp_path, told) == LoadedSettings()
    taken = "\n".join(
        line.removeprefix("# ") if line.partition(" = ")[0][2:] in dir(Settings()) else line
        for line in told.splitlines()
    )
    found = loaded(tmp_path, taken)
    assert not found.problems
    for one in SETTINGS:
        assert getattr(found.settings, one.name) == tomllib.loads(f"x = {one.example}")["x"]
    again = settings_file(found.settings, words(language), tmp_path / "config.toml")
    assert loaded(tmp_path, again) == found


def test_a_text_with_quotes_and_backslashes_comes_back(tmp_path: Path) -> None:
    wanted = Settings(site='Lycée "Le Phare" \\ annexe')
    told = settings_file(wanted, words("fr"), tmp_path / "config.toml")
    assert loaded(tmp_path, told).settings == wanted


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('\ntheem = "dark"', (2, "unknown_near", "Perhaps theme?")),
        ("zzzzzz = 1", (1, "unknown_setting", "Use one of these: lang, theme")),
        ('ascii = "yes"', (1, "no_flag", "ascii = true or ascii = false")),
        ("ascii = 1", (1, "no_flag", "")),
        ('theme = "pink"', (1, "no_choice", '"dark", "light", "contrast", "mono"')),
        ("theme = true", (1, "no_choice", "")),
        ("site = 3", (1, "no_text", 'site = "Coll')),
        ('[site]\na = "b"', (1, "no_text", "")),
        ('by = " "', (1, "bad_text", "")),
        ('papers = "~nobody-of-this-name/pix"', (1, "no_folder", "")),
        ('by = "a\\u202eb"', (1, "bad_text", "")),
        (f'by = "{"a" * 201}"', (1, "bad_text", "200")),
        ('zone = "Europe/Pari"', (1, "no_zone", "Europe/Pari")),
        ('zone = "../etc/passwd"', (1, "no_zone", "")),
        ('papers = "pix"', (1, "no_folder", "~/")),
        ('lang = "fr"\nlang = ', (2, "syntax", "")),
        (b'by = "\xe9"', (1, "not_utf8", "")),
    ],
)
def test_what_is_wrong_is_told_with_its_line_and_a_remedy(
    tmp_path: Path, text: str | bytes, told: tuple[int, str, str]
) -> None:
    found = loaded(tmp_path, text)
    assert [(one.line, one.code) for one in found.problems] == [told[:2]]
    assert found.settings == Settings()
    (sentence,) = setting_sentences(words("en"), found)
    assert sentence.startswith(f"{tmp_path}/config.toml, line {told[0]}: ")
    assert told[2] in sentence
    assert "{" not in sentence + settings_sentence(words("fr"), found)


def test_what_is_right_holds_beside_what_is_wrong(tmp_path: Path) -> None:
    found = loaded(tmp_path, 'theme = "pink"\nlang = "en"\nmouse = 3\n')
    assert found.settings == Settings(lang="en")
    said = settings_sentence(words("en"), found)
    assert "line 1" in said
    assert said.endswith("pixtui config says 1 thing more.")


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "config.toml").mkdir()
    assert [one.code for one in load_settings(tmp_path / "config.toml").problems] == ["unreadable"]
    assert load_settings(tmp_path / "none.toml") == LoadedSettings()
    missing = load_settings(tmp_path / "none.toml", needed=True)
    assert [one.code for one in missing.problems] == ["unreadable"]


def test_every_example_may_stand_there() -> None:
    for one in SETTINGS:
        assert wrong_value(one, tomllib.loads(f"x = {one.example}")["x"]) is None


def test_many_things_wrong_are_told_at_once_each_with_its_line(tmp_path: Path) -> None:
    text = '# mine\nk = """\nlang = 1\n"""\nascii = [\n1,\n]\n"q.r" = 2\n'
    text += "zone.x = 1\n[tab]\nlang = 3\n[u]\n"
    found = loaded(tmp_path, text)
    lines = {one.params["id"]: one.line for one in found.problems if hasattr(one, "params")}
    assert lines == {"k": 2, "ascii": 5, "q.r": 8, "zone": 9, "tab": 10, "u": 12}
    many = "\n".join(f"k{number} = {number}" for number in range(3000))
    began = time.monotonic()
    found = loaded(tmp_path, many)
    assert time.monotonic() - began < 20, "every start reads it"
    assert [one.line for one in found.problems] == list(range(1, 3001))


def test_a_device_without_an_end_is_no_file_of_settings() -> None:
    (found,) = load_settings(Path("/dev/zero")).problems
    assert found.code == "unreadable"
