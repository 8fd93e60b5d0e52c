"""``pixtui verify``: is a record whole and unchanged?"""

import argparse
from pathlib import Path

from pixtui.cli.shared import DONE, REFUSED, USAGE, put, put_text, say, session_path
from pixtui.domain.outcome import Refusal
from pixtui.domain.session import State
from pixtui.store.codec import JsonObject
from pixtui.store.errors import StoreError
from pixtui.store.signature import signature_of, signer
from pixtui.store.verify import SHORTEST_HEAD, Verification, head_fits, verify
from pixtui.wording.catalogue import N_, Words
from pixtui.wording.heads import grouped_head
from pixtui.wording.places import place as in_words
from pixtui.wording.sentences import refusal_sentence

PROBLEMS = {
    "wrong_seq": N_("{place}: an entry is missing, doubled or out of place"),
    "wrong_prev": N_("{place}: it does not follow the entry before it"),
    "wrong_digest": N_("{place}: its content was changed"),
    "wrong_hash": N_("{place}: it was changed"),
    "not_an_entry": N_("{place}: it is not an entry"),
    "not_canonical": N_("{place}: it was written by something else"),
    "newer_version": N_("{place}: it was written by a newer pixtui"),
    "torn_tail": N_("{place}: an unfinished last line, never acknowledged"),
    "doubtful_line": N_("{place}: a last line that does not verify; it may have been lost"),
    "session_differs": N_("the session as written is not what its history makes"),
    "unreadable_entry": N_("an entry cannot be read: {place}"),
    "unexpected_head": N_("the head is not the one on the paper"),
    "unsigned": N_("there is no signature: {place}"),
    "wrong_signature": N_("the signature {place} is not of this head, or of nobody on the list"),
}


def run(asked: argparse.Namespace, text: Words) -> int:
    """Verify every session named; 1 if anything is wrong with any."""
    if asked.expect is not None:
        try:
            head_fits(None, asked.expect)
        except ValueError:
            say(text.say(N_("--expect takes at least {n} hex digits."), n=SHORTEST_HEAD))
            return USAGE
    answers = [_one(named, asked, text) for named in asked.session]
    if asked.json:
        put(answers if len(answers) > 1 else answers[0])
    else:
        for answer in answers:
            for line in _lines(answer, text):
                put_text(line)
    return DONE if all(answer["ok"] for answer in answers) else REFUSED


def _one(named: str, asked: argparse.Namespace, text: Words) -> JsonObject:
    path = session_path(named)
    try:
        found = verify(path)
    except StoreError as error:
        refusal = Refusal(error.code, dict(error.params))
        message = refusal_sentence(text, refusal, State())
        return {
            "session": str(path),
            "ok": False,
            "problems": [{"code": error.code, "place": "", "message": message}],
        }
    problems = list(found.problems)
    if asked.expect is not None and not head_fits(found.head, asked.expect):
        problems.append(("unexpected_head", ""))
    by = None
    if asked.signers is not None:
        by, wrong = _signed(path, found.head, Path(asked.signers))
        problems += wrong
    return {**_answer(str(path), found, problems, text), **({"signed_by": by} if by else {})}


def _signed(
    path: Path, head: str | None, signers: Path
) -> tuple[str | None, list[tuple[str, str]]]:
    """Who signed the head, or what is wrong with its signature."""
    signature = signature_of(path)
    if head is None or not signature.exists():
        return None, [("unsigned", signature.name)]
    by = signer(head, signature, signers)
    return by, [] if by else [("wrong_signature", signature.name)]


def _answer(
    path: str, found: Verification, problems: list[tuple[str, str]], text: Words
) -> JsonObject:
    return {
        "session": path,
        "ok": not problems,
        "entries": found.entries,
        "erased": found.erased,
        "head": found.head,
        "last": found.last,
        "problems": [
            {
                "code": code,
                "place": place,
                "message": text.text(PROBLEMS.get(code, "{place}: " + code)).format(
                    place=in_words(text, place)
                ),
            }
            for code, place in problems
        ],
    }


def _lines(answer: JsonObject, text: Words) -> list[str]:
    path = answer["session"]
    if not answer["ok"]:
        return [
            text.say(N_("{path}: {told}"), path=path, told=problem["message"])
            for problem in answer["problems"]
        ]
    counted = text.plural("{n} entry, chain intact", "{n} entries, chain intact", answer["entries"])
    erased = (
        ", "
        + text.plural(
            "content of {n} entry erased", "content of {n} entries erased", answer["erased"]
        )
        if answer["erased"]
        else ""
    )
    head = text.say(N_("head {head}"), head=grouped_head(answer["head"]))
    by = answer.get("signed_by")
    signed = ", " + text.say(N_("signed by {by}"), by=by) if by else ""
    return [text.say(N_("{path}: {told}"), path=path, told=f"{counted}{erased}, {head}{signed}")]
