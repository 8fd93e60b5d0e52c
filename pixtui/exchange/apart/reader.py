"""Having a file read in the child process, and not waiting for it longer than is reasonable."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from pixtui.exchange.problems import Problem, problem

WAIT_SECONDS = 12
"""Longer than the child may compute: what stops it first is its own limit."""
MOST_BYTES = 5_000_000
"""Of a file that is read at all."""
ABOUT = "pixtui-reader"

_ROOT = Path(__file__).resolve().parents[3]
_CODE = (
    "import sys; sys.path.insert(0, sys.argv[1]); "
    "from pixtui.exchange.apart.child import main; main()"
)


def read_apart(data: bytes) -> tuple[dict[str, Any], Problem | None]:
    """What the child tells of a workbook or a SIECLE list, or why there is nothing; never raises.

    The child is a fresh interpreter that takes nothing from the environment: a fork would carry
    this program's threads, its terminal and the session's lock with it.
    """
    if len(data) > MOST_BYTES:
        # SIECLE also gives its list in an archive, which is a tenth of its size.
        code = "file_too_large" if data.startswith(b"PK") else "xml_too_large"
        return {}, problem(code, megabytes=MOST_BYTES // 1_000_000)
    try:
        done = subprocess.run(
            [sys.executable, "-I", "-c", _CODE, str(_ROOT), ABOUT],
            input=data,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={"PATH": os.defpath, "LC_ALL": "C.UTF-8"},
            timeout=WAIT_SECONDS,
            check=True,
        )
        told: dict[str, Any] = json.loads(done.stdout)
    except (OSError, subprocess.SubprocessError, ValueError):
        return {}, problem("reader_gave_up")
    if "refused" in told:
        return {}, problem(told["refused"], None, None, **told["params"])
    return told, None
