"""`python -m secondsource.cli` is `secondsource`."""

import sys

from secondsource.cli import main

sys.exit(main())
