"""The command line. ``main`` answers the exit code: 0 done, 1 refused or wrong, 2 wrong usage."""

import gc

# Nothing that is loaded is garbage: looking for it costs a tenth of every start.
_collecting = gc.isenabled()
gc.disable()
from pixtui.cli.main import main  # noqa: E402 - see above

if _collecting:
    gc.enable()

__all__ = ["main"]
