"""The command line. ``main`` answers the exit code: 0 done, 1 refused or wrong, 2 wrong usage."""

from pixtui.cli.main import main

__all__ = ["main"]
