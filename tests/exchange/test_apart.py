"""The child process: what it may use, and that it always ends with an answer."""

import datetime as dt
import io
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest

from pixtui.exchange.apart import limits, reader
from pixtui.exchange.apart.archive import Archive
from pixtui.exchange.apart.child import answer
from pixtui.exchange.apart.refusal import RefusedFile
from pixtui.exchange.apart.workbook import as_text
from pixtui.exchange.ods_writer import write_ods


def zipped(**parts: bytes) -> bytes:
    """An archive of these parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return out.getvalue()


_CONFINED = """
import pathlib, resource, signal, sys
from pixtui.exchange.apart.limits import confine
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
confine()
print(resource.getrlimit(resource.RLIMIT_AS), resource.getrlimit(resource.RLIMIT_CPU))
written = pathlib.Path(sys.argv[1])
for forbidden in (lambda: bytearray(600_000_000), lambda: written.write_text("x")):
    try:
        forbidden()
    except (MemoryError, OSError) as error:
        print("refused")
"""


def test_the_child_holds_itself_to_its_limits_before_it_reads(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _CONFINED, str(tmp_path / "written")],
        capture_output=True,
        text=True,
        check=True,
    )
    most, seconds = limits.MEMORY_BYTES, limits.CPU_SECONDS
    assert done.stdout.splitlines() == [
        f"({most}, {most}) ({seconds}, {seconds})",
        "refused",
        "refused",
    ]


def test_a_child_that_dies_or_does_not_end_is_an_answer_too(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for code in ("import os; os.kill(os.getpid(), 9)", "print('no JSON')", "1/0"):
        monkeypatch.setattr(reader, "_CODE", code)
        told, wrong = reader.read_apart(b"PK\x03\x04")
        assert (told, wrong and wrong.code) == ({}, "reader_gave_up")
    # A child that would never answer in time: it is killed after the third of a second below.
    monkeypatch.setattr(reader, "_CODE", "import time; time.sleep(60)")
    monkeypatch.setattr(reader, "WAIT_SECONDS", 0.3)
    began = time.monotonic()
    assert reader.read_apart(b"x")[1] is not None
    assert time.monotonic() - began < 10


def test_the_child_starts_with_next_to_nothing() -> None:
    code = (
        "import sys; import pixtui.exchange.apart.child; "
        "print(*sorted(one for one in sys.modules if one.startswith(('pixtui', 'attr', 'cattr'))))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = done.stdout.split()
    assert "pixtui.domain" not in loaded
    assert not [one for one in loaded if one.startswith(("attr", "cattr"))]


def test_a_part_larger_than_its_archive_says_is_not_read() -> None:
    data = bytearray(zipped(a=b"x" * 5_000))
    place = data.rindex(b"PK\x01\x02")
    data[place + 24 : place + 28] = (10).to_bytes(4, "little")
    with pytest.raises(RefusedFile):
        Archive(bytes(data)).read("a")


@pytest.mark.parametrize(
    ("parts", "code"),
    [
        ({"a": b"\0" * 60_000_000}, "zip_too_large"),
        ({"a": b"\0" * 2_000_000}, "zip_too_large"),
        ({str(number): b"" for number in range(201)}, "zip_too_large"),
        ({"readme.txt": b""}, "zip_no_list"),
        ({"mimetype": b"application/vnd.oasis.opendocument.text"}, "not_a_workbook"),
        ({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}, "not_a_workbook"),
    ],
)
def test_an_archive_is_looked_at_before_it_is_opened(parts: dict[str, bytes], code: str) -> None:
    with pytest.raises(RefusedFile) as refused:
        answer(zipped(**parts))
    assert refused.value.code == code


@pytest.mark.parametrize(
    ("xml", "code"),
    [
        (b"<?xml version='1.0'?><!DOCTYPE x><BEE_ELEVES/>", "xml_doctype"),
        (b"<?xml version='1.1'?><BEE_ELEVES/>", "xml_broken"),
        (b"<?xml version='1.0' encoding='EBCDIC'?><BEE_ELEVES/>", "xml_encoding"),
        (b"<BEE_ELEVES>" + b"<a>" * 100 + b"</a>" * 100 + b"</BEE_ELEVES>", "xml_too_deep"),
        (b"<BEE_ELEVES>\xff</BEE_ELEVES>", "xml_encoding_broken"),
        (b"<BEE_ELEVES>\n<a></BEE_ELEVES>", "xml_broken"),
        (b"", "xml_broken"),
        (b"<html/>", "xml_other"),
    ],
)
def test_xml_that_could_hurt_is_refused(xml: bytes, code: str) -> None:
    with pytest.raises(RefusedFile) as refused:
        answer(xml)
    assert refused.value.code == code


def test_cells_become_what_one_would_type() -> None:
    assert as_text(0.33, True) == "33 %"
    assert as_text(0.29, True) == "29 %"
    assert as_text(75056.0, False) == "75056"
    assert as_text(0.33, False) == "0.33"
    assert as_text(dt.date(2012, 4, 1), False) == "01/04/2012"
    midnight = dt.datetime.combine(dt.date(2012, 4, 1), dt.time())
    assert as_text(midnight, False) == "01/04/2012"
    assert as_text(midnight.replace(hour=9, minute=5), False) == "01/04/2012 09:05"
    assert as_text(None, False) == ""
    assert as_text("Zoé", False) == "Zoé"


def test_a_sheet_is_read_from_its_first_row_on() -> None:
    told = answer(write_ods("a & <b>", [(), ("Nom", "  deux  espaces "), ("", "=1+1")]))
    (sheet,) = told["sheets"]
    assert sheet["name"] == "a & <b>"
    assert sheet["rows"] == [[2, ["Nom", "  deux  espaces "]], [3, ["", "=1+1"]]]
    assert (sheet["formulas"], sheet["hidden"]) == ([], [])
