"""The reasons for what is left open, kept beside the session until the seal takes them in.

They are no facts yet: each can be changed or taken back until the record is sealed. But what is
shown as said must outlive a crash as much as any entry.
"""

import json
from collections.abc import Mapping
from pathlib import Path

from pixtui.files import write_private
from pixtui.store.beside import reasons_of
from pixtui.store.errors import StoreError, reason
from pixtui.store.reading import read_file
from pixtui.store.strict_json import JsonError, loads


def load_reasons(path: Path) -> dict[str, str]:
    """The reasons by hole; none where there is no such file, or it is not to be read."""
    try:
        found = loads(read_file(reasons_of(path)))
    except (StoreError, JsonError):
        return {}
    pairs = found.items() if isinstance(found, dict) else ()
    return {key: said for key, said in pairs if isinstance(key, str) and isinstance(said, str)}


def keep_reasons(path: Path, reasons: Mapping[str, str]) -> None:
    """Keep these reasons, and no others; raises StoreError where the disk refuses."""
    beside = reasons_of(path)
    try:
        if reasons:
            write_private(beside, json.dumps(dict(reasons), ensure_ascii=False).encode())
        else:
            beside.unlink(missing_ok=True)
    except OSError as error:
        raise StoreError("write_failed", {"path": str(beside), "reason": reason(error)}) from error
