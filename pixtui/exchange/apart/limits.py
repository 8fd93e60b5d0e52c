"""What the child process may use, and how much of a file is read."""

import resource

MEMORY_BYTES = 512_000_000
CPU_SECONDS = 10
MOST_ENTRIES = 200
"""Files in one archive."""
MOST_UNPACKED = 50_000_000
"""Bytes of all files of an archive."""
MOST_RATIO = 100
"""Times a file of more than ``RATIO_FROM`` bytes may grow when it is unpacked."""
RATIO_FROM = 1_000_000
MOST_DEPTH = 64
"""Elements inside one another."""
LAST_ROW = 10_000
"""The last row of a sheet that may hold anything."""
LAST_COLUMN = 500
MOST_ROWS = 2_100
"""Rows with something in them that are handed back; a list of candidates has 2,000."""
MOST_CELLS = 1_000_000
MOST_PUPILS = 10_000
"""Pupils of one SIECLE file: the greatest schools have under 4,000."""
LONGEST_CELL = 1_000
"""Characters of a cell that are handed back."""


def confine() -> None:
    """Hold this process to its limits for good."""
    for what, most in (
        (resource.RLIMIT_AS, MEMORY_BYTES),
        (resource.RLIMIT_CPU, CPU_SECONDS),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
    ):
        resource.setrlimit(what, (most, most))
