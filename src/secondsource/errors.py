"""Errors that a caller can act on.

    SecondSourceError
      UsageError          the command or a call was given something it cannot use
      KnowledgeError      a knowledge file is wrong; every problem is named
      StoreError          the library file cannot be used
        StoreTooNew       it was written by a later version
        NotALibrary       the file is something else

Bad input is not an error but a `Discard`: it is counted and named, and the rest of the work goes on.
"""


class SecondSourceError(Exception):
    """The root of everything Second Source raises on purpose."""


class UsageError(SecondSourceError):
    """What was asked for cannot be done as asked; the message says how to ask."""


class KnowledgeError(SecondSourceError):
    """Knowledge files that cannot be used. `problems` names each as `file: [entry] what`."""

    def __init__(self, problems: list[str]) -> None:
        self.problems = problems
        super().__init__("knowledge cannot be loaded:\n" + "\n".join(f"  {problem}" for problem in problems))


class StoreError(SecondSourceError):
    """The library file cannot be opened or written."""


class StoreTooNew(StoreError):
    """The library was written by a later version of Second Source."""


class NotALibrary(StoreError):
    """The file exists and is not a Second Source library."""
