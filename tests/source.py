"""The package's own source, for tests of its shape."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "secondsource"
STAGES = ("read", "lineage", "understand", "ledger", "corroborate", "publish")


@dataclass(frozen=True, slots=True)
class Module:
    """A module, by its place under src/secondsource."""

    name: str
    text: str
    tree: ast.Module

    @property
    def functions(self) -> Iterator[tuple[str, ast.FunctionDef | ast.AsyncFunctionDef]]:
        """Every function and method with its name inside the module."""
        yield from _functions(self.tree, "")


def modules(*folders: str) -> list[Module]:
    """The modules in these folders of the package, or all of them."""
    places = [PACKAGE / folder for folder in folders] or [PACKAGE]
    found = sorted(path for place in places for path in place.rglob("*.py"))
    assert found
    texts = [(path.relative_to(PACKAGE).as_posix(), path.read_text(encoding="utf-8")) for path in found]
    return [Module(name, text, ast.parse(text)) for name, text in texts]


def _functions(node: ast.AST, prefix: str) -> Iterator[tuple[str, ast.FunctionDef | ast.AsyncFunctionDef]]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef):
            yield f"{prefix}{child.name}", child
            yield from _functions(child, f"{prefix}{child.name}.")
        elif isinstance(child, ast.ClassDef):
            yield from _functions(child, f"{prefix}{child.name}.")
