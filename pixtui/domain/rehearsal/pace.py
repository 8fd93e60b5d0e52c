"""How fast the clock of a rehearsal hurries while nothing happens."""

DEFAULT_SPEED = 20
"""Minutes of the rehearsal to one of the machine: a test of 105 minutes takes five."""
MOST_SPEED = 600
