"""``pixtui sign``: sign the head of a sealed record with an SSH key."""

import argparse
import sys
from pathlib import Path

from pixtui.cli.looking import look
from pixtui.cli.shared import DONE, put_text, refuse, session_path
from pixtui.domain.outcome import Refusal
from pixtui.store.folding import write_new
from pixtui.store.signature import message, sign, signature_of
from pixtui.wording.catalogue import N_, Words


def run(asked: argparse.Namespace, text: Words) -> int:
    """Write the signature beside the session, or print what is to be signed elsewhere."""
    path = session_path(asked.session)
    seen = look(path, text)
    head = seen.heads.head
    sealed = any(entry.type == "finalise" for entry in seen.reading.entries)
    if not sealed or head is None:
        return refuse(text, Refusal("not_sealed", {"variant": "sign"}))
    if asked.export:
        sys.stdout.buffer.write(message(head))
        return DONE
    signature = signature_of(path)
    signed = sign(head, Path(asked.key))
    write_new(signature, signed)
    put_text(text.say(N_("Written: {path}."), path=str(signature)))
    return DONE
