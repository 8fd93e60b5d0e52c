"""``python -m pixtui``."""

import sys

from pixtui.cli import main

if __name__ == "__main__":
    sys.exit(main())
