"""Where things are, as the environment says. Read at the edge only; how a stage decides is never set here."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

DEFAULT_LIBRARY = Path("secondsource.db")


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The library's file, the folder of a user's own knowledge, and whether faults of ours are shown in full."""

    library: Path = DEFAULT_LIBRARY
    knowledge: Path | None = None
    debug: bool = False


def settings(environment: Mapping[str, str]) -> Settings:
    """The settings that environment variables give; an empty one counts as not set."""
    library = environment.get("SECONDSOURCE_LIBRARY")
    knowledge = environment.get("SECONDSOURCE_KNOWLEDGE")
    return Settings(
        library=Path(library) if library else DEFAULT_LIBRARY,
        knowledge=Path(knowledge) if knowledge else None,
        debug=environment.get("SECONDSOURCE_DEBUG", "") not in ("", "0"),
    )
