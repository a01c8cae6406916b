"""Which record of a library a name stands for."""

import difflib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import PurePath

from secondsource.errors import UsageError

MOST_CHOICES = 8


def one_named(name: str, sources: Mapping[str, str | None], kind: str) -> str:
    """The id that a name stands for: an id, a source, a file name, or the beginning of one.

    Args:
        name: what was typed.
        sources: every id that may be meant, with the path or address of those that have one.
        kind: what the ids are of, for the message.

    Raises:
        UsageError: the name fits nothing or several things; the message names what it may have meant.
    """
    for fitting in _readings(name, sources):
        if len(fitting) == 1:
            return fitting[0]
        if fitting:
            choices = _listed(_choice(one, sources) for one in sorted(fitting))
            raise UsageError(f"{name!r} fits {len(fitting)} things: {choices}; give more of it")
    near = difflib.get_close_matches(name, _names(sources), n=1, cutoff=0.5)
    hint = f"did you mean {near[0]!r}?" if near else f"there are {_listed(repr(one) for one in _last_names(sources))}"
    raise UsageError(f"there is no {kind} {name!r}; {hint if sources else 'the library is empty'}")


def _readings(name: str, sources: Mapping[str, str | None]) -> Iterator[Sequence[str]]:
    """The ids that a name fits, by the strictest reading first."""
    yield [name] if name in sources else []
    yield [ident for ident, source in sources.items() if source is not None and PurePath(source) == PurePath(name)]
    yield [ident for ident, source in sources.items() if source is not None and PurePath(source).name == name]
    yield [ident for ident, source in sources.items() if any(one.startswith(name) for one in _forms(ident, source))]


def _forms(ident: str, source: str | None) -> tuple[str, ...]:
    return (ident, source, PurePath(source).name) if source else (ident,)


def _names(sources: Mapping[str, str | None]) -> list[str]:
    return [*sources, *filter(None, sources.values())]


def _last_names(sources: Mapping[str, str | None]) -> list[str]:
    return sorted(source or ident for ident, source in sources.items())


def _choice(ident: str, sources: Mapping[str, str | None]) -> str:
    source = sources[ident]
    return f"{ident} ({source!r})" if source else ident


def _listed(choices: Iterable[str]) -> str:
    every = list(choices)
    more = [f"and {len(every) - MOST_CHOICES:,} more"] if len(every) > MOST_CHOICES else []
    return ", ".join([*every[:MOST_CHOICES], *more])
