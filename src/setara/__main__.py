"""`python -m setara …`: the command line."""

import sys

from setara.cli.main import main

if __name__ == "__main__":
    sys.exit(main())
