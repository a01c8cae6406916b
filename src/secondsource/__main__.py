"""`python -m secondsource` is `secondsource`."""

import sys

from secondsource.cli import main

sys.exit(main())
