"""``pixtui apply``: commands as JSON lines in, one JSON answer a line out."""

import argparse
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import BinaryIO

from pixtui.cli.shared import DONE, REFUSED, USAGE, put, say, session_path
from pixtui.cli.writing import open_desk
from pixtui.desk.desk import Answer, Desk
from pixtui.desk.schema import schema
from pixtui.domain.outcome import Refusal
from pixtui.domain.session import State
from pixtui.present.status import findings
from pixtui.store.codec import JsonObject
from pixtui.store.entry import LONGEST_LINE
from pixtui.store.errors import StoreError
from pixtui.store.strict_json import JsonError, loads
from pixtui.wording.catalogue import N_, Words
from pixtui.wording.sentences import refusal_sentence


def run(asked: argparse.Namespace, text: Words) -> int:
    """Do every line; 1 if any was refused or malformed."""
    if asked.schema:
        put(schema())
        return DONE
    if asked.session is None:
        say(text.text(N_("Name the session: pixtui apply SESSION [FILE]")))
        return USAGE
    path = session_path(asked.session)
    if asked.file == "-" and sys.stdin is None:
        say(text.text(N_("There is no standard input: name a file of commands.")))
        return USAGE
    if asked.file == "-":
        return _apply(path, asked.by, sys.stdin.buffer, text)
    try:
        with Path(asked.file).open("rb") as lines:
            return _apply(path, asked.by, lines, text)
    except OSError as error:
        raise StoreError(
            "unreadable", {"path": asked.file, "reason": str(error.strerror)}
        ) from error


def _apply(path: Path, by: str, lines: BinaryIO, text: Words) -> int:
    refused = False
    with open_desk(path, by, text) as desk:
        for line in _lines(lines):
            answer = _ask(desk, line)
            put(answer_json(answer, desk.state, text))
            refused |= isinstance(answer, Refusal)
    return REFUSED if refused else DONE


def _lines(lines: BinaryIO) -> Iterable[bytes]:
    while line := lines.readline(LONGEST_LINE + 2):
        if line.strip():
            yield line


def _ask(desk: Desk, line: bytes) -> Answer:
    if len(line) > LONGEST_LINE:
        return Refusal("malformed", {"what": "a line of more than 1 MB"})
    try:
        return desk.submit_json(loads(line.strip()))
    except JsonError as error:
        return Refusal("malformed", {"what": f"not JSON ({error})"})


def answer_json(answer: Answer, state: State, text: Words) -> JsonObject:
    """The answer of one command."""
    if isinstance(answer, Refusal):
        return {
            "ok": False,
            "refusal": answer.code,
            "message": refusal_sentence(text, answer, state),
            **({"details": findings(answer.findings, state, text)} if answer.findings else {}),
        }
    return {
        "ok": True,
        "seq": answer.seq,
        **({"id": answer.made} if answer.made else {}),
        "warnings": findings(answer.warnings, state, text),
    }
