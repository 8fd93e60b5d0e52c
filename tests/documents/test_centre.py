"""A centre's own papers: its name, address, logo and sentences, from its rules.toml."""

import os
import struct
import zlib
from pathlib import Path

import pytest

from pixtui.documents.errors import PaperError
from pixtui.rules.problems import RulesError
from pixtui.rules.rulebook import Rulebook, load
from pixtui.wording.catalogue import words
from pixtui.wording.papers import paper_sentence
from tests.documents.reading import ALL, Paper, a_day, a_list, paper
from tests.documents.sessions import matter

OWN = """\
[centre]
name = "Lycée polyvalent Marie-Laurencin [fictif]"
address = ["12 rue des Écoles", "00000 Ville-Fictive"]
contact = "00 00 00 00 00 · {nb}"
logo = "logo.png"

[[passage]]
id = "convocation_bring"
lines.fr = ["Ce que dit le centre, salle {room}, à {call}. {inconnu} <b>[x]</b>"]
lines.en = ["What the centre says."]
"""


def png(width: int, height: int, *, bits: int = 1) -> bytes:
    """A white image, however large, in a few bytes."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        check = struct.pack(">I", zlib.crc32(kind + data))
        return struct.pack(">I", len(data)) + kind + data + check

    rows = zlib.compress((b"\0" + b"\xff" * ((width * bits + 7) // 8)) * height, 9)
    head = struct.pack(">IIBBBBB", width, height, bits, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def own_book(folder: Path, text: str = OWN, logo: bytes | None = None) -> Rulebook:
    """The rules with those of that centre over them."""
    path = folder / "rules.toml"
    path.write_text(text, encoding="utf-8")
    (folder / "logo.png").write_bytes(png(400, 200) if logo is None else logo)
    return load(path)


def refused(name: str, book: Rulebook) -> PaperError:
    """Why a paper of that centre cannot be made."""
    with pytest.raises(PaperError) as caught:
        paper(name, matter(a_list(3), book=book))
    assert "{" not in paper_sentence(words("fr"), caught.value.code, caught.value.params)
    return caught.value


@pytest.mark.parametrize("name", ALL)
def test_every_page_says_who_the_centre_is(name: str, tmp_path: Path) -> None:
    sheet = paper(name, matter(a_day(), book=own_book(tmp_path)))
    for page, text in zip(sheet.reader.pages, sheet.pages, strict=True):
        flat = " ".join(text.split())
        assert "Lycée polyvalent Marie-Laurencin [fictif]" in flat
        assert "12 rue des Écoles · 00000 Ville-Fictive · 00 00 00 00 00 · {nb}" in flat
        assert len(page.images) == 1


def test_its_sentences_stand_in_the_place_of_ours(tmp_path: Path) -> None:
    sheet = paper("convocations", matter(a_list(3), book=own_book(tmp_path)))
    told = "Ce que dit le centre, salle B204, à 08:40. {inconnu} <b>[x]</b>"
    assert sheet.count(told) == 3
    assert not sheet.says("Une pièce d'identité avec photo")
    assert sheet.says("À apporter")


@pytest.mark.parametrize("lines", [1, 60, 200])
def test_a_convocation_may_go_on_over_more_pages(lines: int, tmp_path: Path) -> None:
    many = ", ".join(f'"phrase {n:03d} du centre, qui en dit long."' for n in range(lines))
    table = '[[passage]]\nid = "own"\npaper = "convocations"\n'
    text = f'{table}lines = {{ fr = [{many}], en = ["x"] }}\n'
    sheet = paper("convocations", matter(a_list(3), book=own_book(tmp_path, text)))
    each = len(sheet.pages) // 3
    assert (len(sheet.pages), each > 1) == (3 * each, lines > 1)
    for number, one in enumerate(matter(a_list(3)).people()):
        own = Paper.__new__(Paper)
        own.pages = sheet.pages[each * number : each * (number + 1)]
        assert own.count(one.last_name) == 2 + (each - 1)  # whose the pages are is said on each
        assert all(own.count(f"phrase {n:03d}") == 1 for n in range(lines))


@pytest.mark.parametrize(
    ("text", "line", "code"),
    [
        ("[centre]\nname = 3\n", 2, "wrong_value"),
        ('[centre]\nname = "a"\nlogos = "x.png"\n', 3, "unknown_key"),
        ('[centre]\naddress = "rue"\n', 2, "wrong_value"),
        ('[[centre]]\nname = "a"\n', 1, "wrong_value"),
        (
            '[[passage]]\nid = "x"\npaper = "tract"\nlines = { fr = ["a"], en = ["b"] }\n',
            3,
            "paper_unknown",
        ),
        ('[[passage]]\nid = "convocation_bring"\nlines.fr = ["a"]\n', 3, "missing_key"),
        ('[[paper]]\nid = "door-list"\nphases = ["noon"]\n', 3, "wrong_value"),
    ],
)
def test_a_wrong_file_is_refused_with_its_line(
    text: str, line: int, code: str, tmp_path: Path
) -> None:
    with pytest.raises(RulesError) as caught:
        own_book(tmp_path, text)
    assert (caught.value.line, caught.value.code) == (line, code)


def test_a_centre_that_says_too_much_is_told_so(tmp_path: Path) -> None:
    address = ", ".join(['"' + "rue " * 100 + '"'] * 20)
    book = own_book(tmp_path, f'[centre]\nname = "n"\naddress = [{address}]\n')
    assert refused("door-list", book).code == "head_too_long"


# --- the logo


@pytest.mark.parametrize(
    ("logo", "reason"),
    [
        (b"", "not_image"),
        (b"%PDF-1.4", "not_image"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "not_image"),
        (b"GIF89a" + bytes(50), "not_image"),
        (png(400, 200)[:60], "not_image"),
        (png(5000, 4001), "too_large"),
        (png(20000, 20000), "too_large"),
        (png(65500, 65500), "too_large"),
        (bytes(5_000_001), "too_large"),
    ],
    ids=["empty", "a PDF", "SVG", "GIF", "cut", "large", "a bomb", "a larger bomb", "over 5 MB"],
)
def test_a_logo_that_is_none_is_one_clear_line(logo: bytes, reason: str, tmp_path: Path) -> None:
    error = refused("door-list", own_book(tmp_path, logo=logo))
    assert (error.code, error.params["reason"]) == ("logo_unreadable", reason)
    assert error.params["path"] == str(tmp_path / "logo.png")


def test_a_logo_that_is_not_there_or_no_file(tmp_path: Path) -> None:
    book = own_book(tmp_path)
    (tmp_path / "logo.png").unlink()
    assert refused("door-list", book).params["reason"] == "No such file or directory"
    os.mkfifo(tmp_path / "logo.png")
    assert refused("door-list", book).params["reason"] == "not_image"


def test_a_large_logo_stays_small_on_paper(tmp_path: Path) -> None:
    book = own_book(tmp_path, logo=png(4000, 3000, bits=8))
    sheet = paper("convocations", matter(a_list(40), book=book))
    assert len(sheet.data) < 400_000
    (image,) = sheet.reader.pages[39].images
    assert max(image.image.size) <= 900
