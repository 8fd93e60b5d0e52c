"""``pixtui compare``: of two files of one session, which continues the other?"""

import argparse

from pixtui.cli.shared import DONE, REFUSED, put, put_text, session_path
from pixtui.store.compare import Comparison, compare
from pixtui.store.projection import read_session
from pixtui.wording.catalogue import N_, Words
from pixtui.wording.labels import TELL

_TOLD = {
    "same": N_("Both hold the same {common} entries."),
    "first_continues": N_("{first} continues {second}: {more} entries more. Keep {first}."),
    "second_continues": N_("{second} continues {first}: {more} entries more. Keep {second}."),
    "parted": N_(
        "They part after entry {common}: {first} goes on with {a} entries, {second} with {b}. "
        "Keep both, and work on from one."
    ),
    "unrelated": N_("They are not the same session: not even the first entry is shared."),
}
"""Said with the names of the files and how many entries each has of its own."""


def run(asked: argparse.Namespace, text: Words) -> int:
    """Compare two files; 1 where neither continues the other."""
    first, second = session_path(asked.first), session_path(asked.second)
    found = compare(read_session(first).reading.entries, read_session(second).reading.entries)
    own = found.first - found.common, found.second - found.common
    if asked.json:
        put(_json(found))
    else:
        put_text(
            text.say(
                _TOLD[found.relation],
                first=asked.first,
                second=asked.second,
                common=found.common,
                more=max(own),
                a=own[0],
                b=own[1],
            )
        )
        for name, count in zip((asked.first, asked.second), found.erased, strict=True):
            if found.erased[0] != found.erased[1] and count:
                erased = text.plural(
                    "content of {n} entry erased", "content of {n} entries erased", count
                )
                put_text("  " + text.say(TELL, what=name, how=erased))
    return REFUSED if found.relation in ("parted", "unrelated") else DONE


def _json(found: Comparison) -> dict[str, object]:
    return {
        "relation": found.relation,
        "common": found.common,
        "first": {"entries": found.first, "erased": found.erased[0]},
        "second": {"entries": found.second, "erased": found.erased[1]},
    }
