"""The environment in which templates are rendered: escaping always on, nothing undefined, nothing invisible."""

import re

from jinja2 import Environment, PackageLoader, StrictUndefined

# What would end a file early, hide text or turn its direction about: shown, never obeyed.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069\ufffe\uffff]")
_REPLACEMENT = "\ufffd"


def page_environment() -> Environment:
    """Templates of this package, for the dossier and for any page that shares its parts."""
    return Environment(
        loader=PackageLoader("secondsource.publish", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_printable,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def _printable(value: object) -> object:
    """Replace characters that no page should carry; markup that templates made is left as it is."""
    return _UNPRINTABLE.sub(_REPLACEMENT, value) if type(value) is str else value
