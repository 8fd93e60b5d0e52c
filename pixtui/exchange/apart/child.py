"""The child process: bytes on its standard input, one JSON answer on its standard output."""

import json
import sys
from typing import Any

from pixtui.exchange.apart import ods, xlsx
from pixtui.exchange.apart.archive import Archive
from pixtui.exchange.apart.limits import confine
from pixtui.exchange.apart.refusal import RefusedFile
from pixtui.exchange.apart.siecle import read_siecle
from pixtui.exchange.apart.workbook import read_workbook

ZIP = b"PK\x03\x04"


def answer(data: bytes) -> dict[str, Any]:
    """What a file holds, by its content; raises RefusedFile."""
    if not data.startswith(ZIP):
        return read_siecle(data)
    archive = Archive(data)
    if ods.is_ods(archive) or xlsx.is_xlsx(archive):
        return read_workbook(archive, data)
    return _zipped(archive)


def _zipped(archive: Archive) -> dict[str, Any]:
    """The SIECLE list of a plain ZIP: its only XML, or the first, which is said."""
    lists = [name for name in archive.names if name.lower().endswith(".xml")]
    if not lists:
        raise RefusedFile("zip_no_list")
    found = read_siecle(archive.read(lists[0]))
    return {**found, "others": lists[1:], "chosen": lists[0]}


def main() -> None:
    """Answer for the file on standard input."""
    confine()
    try:
        told = answer(sys.stdin.buffer.read())
    except RefusedFile as refused:
        told = {"refused": refused.code, "params": refused.params}
    except (MemoryError, RecursionError):
        told = {"refused": "reader_gave_up", "params": {}}
    sys.stdout.write(json.dumps(told))
    sys.stdout.flush()
