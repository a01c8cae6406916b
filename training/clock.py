"""The day on which the corpus is read: a constant, so that training gives the same model on every day."""

import datetime

TODAY = datetime.date(2026, 12, 1)
