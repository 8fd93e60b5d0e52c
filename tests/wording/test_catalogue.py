"""The French catalogue: complete, nothing left over, compiled as written."""

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog

from pixtui.rules.rulebook import DATA
from pixtui.wording.catalogue import LANGUAGES, words
from tests.wording import update_catalogue as tool


def french() -> list[str]:
    """Every French text of the catalogue."""
    return [
        text
        for message in tool.read()
        if message.id
        for text in ([message.string] if isinstance(message.string, str) else message.string or ())
    ]


# --- what is shipped


def test_every_text_of_the_package_is_translated() -> None:
    known = {tool.key_of(one) for one in tool.read() if one.id}
    wanted = {one if isinstance(one, str) else one[0] for one in tool.extract()}
    assert wanted - known == set(), "run python -m tests.wording.update_catalogue"
    assert tool.problems(tool.read()) == []


def test_nothing_is_kept_that_nobody_says() -> None:
    known = {tool.key_of(one) for one in tool.read() if one.id}
    wanted = {one if isinstance(one, str) else one[0] for one in tool.extract()}
    assert known - wanted == set(), "run python -m tests.wording.update_catalogue"
    assert not tool.read().obsolete


def test_the_compiled_catalogue_is_the_written_one() -> None:
    assert tool.MO.read_bytes() == tool.mo_bytes(tool.PO.read_bytes())
    assert tool.PO.read_bytes() == tool.po_bytes(tool.read())


def test_every_text_can_be_said_in_both_languages() -> None:
    for msgid in tool.extract():
        one, many = (msgid, msgid) if isinstance(msgid, str) else msgid
        assert tool.parts(one) <= tool.parts(many)
        assert words("en").text(one) == one
        assert words("fr").text(one)


def test_french_is_the_default_and_stands_in_for_an_unknown_language() -> None:
    assert words().language == "fr"
    assert words("de") is words("fr")
    assert set(LANGUAGES) == {"fr", "en"}


def test_a_text_nobody_translated_stays_as_it_is() -> None:
    assert words("fr").text("a text of nobody") == "a text of nobody"
    assert words("fr").text("") == ""


def test_none_is_singular_in_french_and_plural_in_english() -> None:
    said = ("{n} candidate", "{n} candidates")
    assert [words("fr").plural(*said, n) for n in (0, 1, 2)] == [
        "0 candidat",
        "1 candidat",
        "2 candidats",
    ]
    assert [words("en").plural(*said, n) for n in (0, 1, 2)] == [
        "0 candidates",
        "1 candidate",
        "2 candidates",
    ]


# --- how French is written here: plain signs that every terminal draws and every key types


def french_of_the_rules() -> list[str]:
    """Every French text of the data files."""

    def walk(value: object, french: bool) -> Iterator[str]:
        if isinstance(value, dict):
            for key, one in value.items():
                yield from walk(one, french or key == "fr")
        elif isinstance(value, list):
            for one in value:
                yield from walk(one, french)
        elif french and isinstance(value, str):
            yield value

    files = (tomllib.loads(path.read_text(encoding="utf-8")) for path in DATA.glob("*.toml"))
    return [text for values in files for text in walk(values, french=False)]


def test_signs_are_plain() -> None:
    for text in [*french(), *french_of_the_rules()]:
        assert not set(text) & set("\u00a0\u202f\u2019\u2018\t"), text


def test_double_signs_have_their_space() -> None:
    texts = [*french(), *french_of_the_rules()]
    assert len(texts) > 600
    for text in texts:
        bare = re.sub(r"https?://\S+|\[\[?\w+\]?\]", "", text)
        assert not re.search(r"[^\s(][?!;](\s|$)", bare), text
        assert not re.search(r"[^\s\d]:(\s|$)", bare), text
        assert not re.search(r"[\d}]%", bare), text
        assert not re.search(r"«\S|\S»", bare), text


# --- the tool


def test_a_text_is_found_wherever_it_is_marked(tmp_path: Path) -> None:
    package = tmp_path / "package"
    package.mkdir()
    (package / "one.py").write_text(
        'A = N_("a")\nwords.text("b")\nx.say(N_("c") if y else N_("d"), n=1)\n'
        'words.plural("e", "es", 2)\nwords.text(f"{A}")\nwords.text(A)\nprint("f")\n'
        'words.text(\n    "g "\n    "h"\n)\n',
        encoding="utf-8",
    )
    assert set(tool.extract(package)) == {"a", "b", "c", "d", ("e", "es"), "g h"}


def test_a_broken_file_stops_the_tool_before_it_drops_anything(tmp_path: Path) -> None:
    (tmp_path / "one.py").write_text("A = N_(", encoding="utf-8")
    with pytest.raises(tool.CatalogueError, match=r"one\.py:1"):
        tool.extract(tmp_path)


def test_known_translations_are_kept_missing_ones_empty_obsolete_ones_dropped() -> None:
    old, _ = tool.merge(Catalog(), {"a": {"x.py"}, "b": {"x.py"}}, {"a": "A"})
    new, dropped = tool.merge(old, {"a": {"y.py"}, "c": {"y.py"}}, {})
    assert {tool.key_of(one): one.string for one in new if one.id} == {"a": "A", "c": ""}
    assert dropped == ["b"]
    assert tool.problems(new) == ["not translated: c"]


def test_translations_given_fill_in_and_replace() -> None:
    found: tool.Places = {"a": {"x.py"}, ("{n} b", "{n} bs"): {"x.py"}}
    first, _ = tool.merge(Catalog(), found, {"a": "A", "{n} b": ["{n} B", "{n} Bs"]})
    second, _ = tool.merge(first, found, {"a": "À"})
    assert {tool.key_of(one): one.string for one in second if one.id} == {
        "a": "À",
        "{n} b": ("{n} B", "{n} Bs"),
    }


@pytest.mark.parametrize("wrong", ["Bonjour", "Bonjour {nom}", "Bonjour {name} {nom}"])
def test_a_translation_names_the_same_parts(wrong: str) -> None:
    merged, _ = tool.merge(Catalog(), {"Hello {name}": {"x.py"}}, {"Hello {name}": wrong})
    assert tool.problems(merged)


def test_written_and_read_again_it_is_the_same() -> None:
    found: tool.Places = {
        'say "é\\n"\n': {"x.py"},
        ("{n} b", "{n} bs"): {"x.py"},
    }
    merged, _ = tool.merge(
        Catalog(), found, {'say "é\\n"\n': 'dire "è\\n"\n', "{n} b": ["u", "{n} v"]}
    )
    po = tool.po_bytes(merged)
    again = tool.read_bytes(po)
    assert tool.po_bytes(again) == po
    assert tool.mo_bytes(po) == tool.mo_bytes(tool.po_bytes(again))


def test_marks_are_called_with_literals() -> None:
    # A marker around anything else would never be found.
    for path in tool.PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "N_":
                assert isinstance(node.args[0], ast.Constant), f"{path}:{node.lineno}"


COGNATES = frozenset(
    (
        ", question {n}",
        "-{n}h",
        "31/12/2026",
        "Absent",
        "Centre",
        "Codes",
        "Incident {incident}",
        "Incidents",
        "Interruptions",
        "Menu",
        "absent",
        "cause",
        "centre",
        "certifiable",
        "code",
        "code, question",
        "codes",
        "configuration",
        "convocation",
        "date",
        "inc.",
        "incident",
        "incidents",
        "menu {number}",
        "minutes",
        "mode",
        "observations",
        "options",
        "pl",
        "question {n}",
        "session {number}",
        "sessions",
        "signature",
        "site",
        "terminal",
        "test",
        "version {n}",
        "{hours} h {minutes}",
        "{minutes} min",
        "{minutes} min ({cause})",
        "{n} interruption",
        "{n} page",
        "× {n}",
    )
)
"""What is written the same in both languages."""


def test_french_differs_from_english_but_for_what_is_the_same_word() -> None:
    same = {
        tool.key_of(one)
        for one in tool.read()
        if one.id
        and list(one.id if isinstance(one.id, tuple) else [one.id])
        == list(one.string if isinstance(one.string, tuple) else [one.string])
    }
    assert same <= COGNATES, same - COGNATES
