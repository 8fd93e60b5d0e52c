"""Everything that must pass, in one word: ``python -m tests.everything``.

Lint, format, types, import contracts, then all tests on every core.
"""

import os
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PYTHON = sys.executable
CORES = str(os.cpu_count() or 2)

CHECKS = (
    ("lint", [PYTHON, "-m", "ruff", "check", "."]),
    ("format", [PYTHON, "-m", "ruff", "format", "--check", "."]),
    ("types", [PYTHON, "-m", "mypy"]),
    ("import contracts", [str(Path(PYTHON).with_name("lint-imports"))]),
    # The slow tests, on real terminals, come last: a core that has none left takes another's.
    ("tests", [PYTHON, "-m", "pytest", "-n", CORES, "--dist", "worksteal"]),
)


def main() -> int:
    """Run every check; 1 if any fails, all of them told."""
    failed = []
    for name, command in CHECKS:
        begun = time.monotonic()
        print(f"== {name}", flush=True)
        code = subprocess.run([*command, *_more(name)], cwd=ROOT, check=False).returncode
        print(f"== {name}: {'ok' if code == 0 else 'FAILED'} in {time.monotonic() - begun:.0f} s")
        if code != 0:
            failed.append(name)
    print("== all passed" if not failed else f"== failed: {', '.join(failed)}")
    return 1 if failed else 0


def _more(name: str) -> list[str]:
    return sys.argv[1:] if name == "tests" else []


if __name__ == "__main__":
    sys.exit(main())
