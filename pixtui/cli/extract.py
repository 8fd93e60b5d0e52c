"""``pixtui extract``: one candidate's record, the others masked, read before it is written."""

import argparse
from pathlib import Path

from pixtui.cli.asking import confirmed
from pixtui.cli.looking import Look, look
from pixtui.cli.shared import DONE, USAGE, put, put_text, refuse, say, session_path
from pixtui.desk.parse import find_candidates
from pixtui.domain.outcome import Refusal
from pixtui.domain.session import Candidate
from pixtui.domain.text import visible
from pixtui.present.extract import Extract, extract, extract_json, extract_lines
from pixtui.rules.rulebook import rulebook
from pixtui.store.folding import write_new
from pixtui.store.strict_json import readable
from pixtui.wording.catalogue import N_, Words


def run(asked: argparse.Namespace, text: Words) -> int:
    """Show the record; write it where a file is named and the reading was confirmed."""
    seen = look(session_path(asked.session), text)
    if seen.state.purged is not None:
        return refuse(text, Refusal("purged"))
    people = find_candidates(seen.state, asked.candidate)
    if len(people) != 1:
        return refuse(text, _which(asked.candidate, people))
    found = extract(seen.state, people[0])
    lines = list(extract_lines(found, seen.now, text, rulebook(), seen.heads))
    if asked.json and asked.file is None:
        put(_as_json(found, seen, text))
        return DONE
    for line in lines:
        put_text(line)
    _review(found, text)
    if asked.file is None:
        return DONE
    path = Path(asked.file)
    if not asked.yes and not confirmed(
        text.say(N_("Write this to {path}? Type {yes}:"), path=path, yes=text.text(N_("yes"))),
        text.text(N_("yes")),
    ):
        say(text.text(N_("Nothing was written. For a script: --yes.")))
        return USAGE
    whole = asked.json or path.suffix == ".json"
    body = readable(_as_json(found, seen, text)) if whole else _as_text(lines)
    write_new(path, body)
    say(text.say(N_("Written: {path}."), path=str(path)))
    return DONE


def _which(asked: str, people: list[Candidate]) -> Refusal:
    if not people:
        return Refusal("unknown_candidate", {"candidate": asked})
    matches = tuple(f"{one.last_name} {one.first_name}" for one in people)
    return Refusal("ambiguous_candidate", {"candidate": asked, "matches": matches})


def _as_json(found: Extract, seen: Look, text: Words) -> dict[str, object]:
    return extract_json(found, seen.now, text, rulebook(), seen.heads)


def _as_text(lines: list[str]) -> bytes:
    return ("\n".join(visible(line) for line in lines) + "\n").encode()


def _review(found: Extract, text: Words) -> None:
    """The free text apart, on stderr: it may name people in ways no program knows."""
    if not found.free:
        return
    say(text.text(N_("Read before you hand it over: free text may still point at someone else.")))
    for seq, written in found.free:
        say(f"{seq:>5}  {written}")
