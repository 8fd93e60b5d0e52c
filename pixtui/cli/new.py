"""``pixtui new``: create a session file."""

import argparse
from typing import Any

from pixtui.cli.shared import DONE, put, put_text, refuse, session_path
from pixtui.desk.creating import create_session
from pixtui.domain.outcome import Refusal
from pixtui.wording.catalogue import N_, Words
from pixtui.wording.sentences import finding_sentence

FIELDS = (
    "site",
    "room",
    "date",
    "time",
    "examiner",
    "centre",
    "zone",
    "product",
    "convocation_time",
    "description",
    "retention_until",
    "mode",
    "language",
)


def run(asked: argparse.Namespace, text: Words) -> int:
    """Create the session, or say why not."""
    fields: dict[str, Any] = {
        name: value for name in FIELDS if (value := getattr(asked, name)) is not None
    }
    for name in ("number", "duration"):
        value = getattr(asked, name)
        if value is not None:
            if not (value.isascii() and value.isdigit() and len(value) < 13):
                return refuse(text, Refusal(f"{name}_invalid", {name: value}))
            fields[name] = int(value)
    if asked.fictional:
        fields["fictional"] = True
    path = session_path(asked.file)
    made = create_session(path, fields, asked.by)
    if isinstance(made, Refusal):
        return refuse(text, made)
    with made.desk as desk:
        state = desk.state
    warnings = [finding_sentence(text, one, state) for one in made.warnings]
    if asked.json:
        put({"ok": True, "session": str(path), "warnings": warnings})
    else:
        put_text(text.say(N_("Created {path}."), path=str(path)))
        for line in warnings:
            put_text("  " + line)
        put_text(text.say(N_("Next: pixtui import {path} LIST.csv, then pixtui {path}"), path=path))
    return DONE
