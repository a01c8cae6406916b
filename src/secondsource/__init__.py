"""From press reports to a ledger of arms transfers, with the evidence and the real sources."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from secondsource.knowledge import load as load_knowledge
    from secondsource.notebook import trace
    from secondsource.store import open_library

__version__ = "0.1.0"
__all__ = ["__version__", "load_knowledge", "open_library", "trace"]

_PLACES = {
    "load_knowledge": ("secondsource.knowledge", "load"),
    "open_library": ("secondsource.store", "open_library"),
    "trace": ("secondsource.notebook", "trace"),
}


def __getattr__(name: str) -> Any:
    """Import a public name when it is first used, so that `secondsource --version` starts at once."""
    if name not in _PLACES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module  # noqa: PLC0415

    module, attribute = _PLACES[name]
    return getattr(import_module(module), attribute)
