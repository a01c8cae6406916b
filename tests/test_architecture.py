"""The shape of the source: layers, sizes, and no clock, chance, file or network where stages work."""

import ast
from collections.abc import Iterator

import pytest
from importlinter.cli import lint_imports

from .source import ROOT, STAGES, Module, modules

LONGEST_MODULE = 400
LONGEST_FUNCTION = 50
MOST_PARAMETERS = 6

# What may still be larger. A line may be taken out, never added.
LONG_MODULES: frozenset[str] = frozenset()
LONG_FUNCTIONS: frozenset[str] = frozenset()
MANY_PARAMETERS: frozenset[str] = frozenset()

FORBIDDEN_MODULES = frozenset(
    "asyncio http multiprocessing os random secrets shutil smtplib socket ssl subprocess tempfile threading time "
    "urllib.request uuid".split()
)
FORBIDDEN_CALLS = frozenset({"now", "utcnow", "today", "open", "read_text", "write_text", "read_bytes", "write_bytes"})
NAMES_THAT_SAY_NOTHING = frozenset({"utils", "util", "helpers", "misc", "common", "manager", "base", "tools"})

pure = pytest.mark.parametrize("module", modules(*STAGES, "text", "model"), ids=lambda m: m.name)


def test_layers_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    assert lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True) == 0


@pure
def test_a_stage_has_no_clock_chance_file_or_network(module: Module) -> None:
    assert not FORBIDDEN_MODULES & set(_imports(module))
    assert not FORBIDDEN_CALLS & set(_calls(module))


def test_the_clock_is_read_in_one_place() -> None:
    asking = {m.name for m in modules() if {"now", "utcnow", "today"} & set(_calls(m, attributes_only=True))}
    assert asking == {"cli/output.py"}


def test_modules_are_short() -> None:
    long = {m.name for m in modules() if len(m.text.splitlines()) > LONGEST_MODULE}
    assert long == LONG_MODULES


def test_functions_are_short() -> None:
    long = {f"{m.name}:{name}" for m in modules() for name, f in m.functions if _lines(f) > LONGEST_FUNCTION}
    assert long == LONG_FUNCTIONS


def test_functions_take_few_parameters() -> None:
    many = {f"{m.name}:{name}" for m in modules() for name, f in m.functions if _parameters(f) > MOST_PARAMETERS}
    assert many == MANY_PARAMETERS


def test_modules_are_named_by_what_they_know() -> None:
    names = {part for m in modules() for part in m.name.removesuffix(".py").split("/")}
    assert not names & NAMES_THAT_SAY_NOTHING


def test_every_module_says_what_it_is_for() -> None:
    assert [m.name for m in modules() if not ast.get_docstring(m.tree)] == []


def test_pipeline_fits_a_screen_or_three() -> None:
    pipeline = next(m for m in modules() if m.name == "pipeline.py")
    assert len(pipeline.text.splitlines()) <= 200


def _imports(module: Module) -> Iterator[str]:
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def _calls(module: Module, *, attributes_only: bool = False) -> Iterator[str]:
    for node in ast.walk(module.tree):
        if isinstance(node, ast.Call):
            if isinstance(node.func, ast.Attribute):
                yield node.func.attr
            elif isinstance(node.func, ast.Name) and not attributes_only:
                yield node.func.id


def _lines(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (function.end_lineno or function.lineno) - function.lineno + 1


def _parameters(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    names = [one.arg for one in (*function.args.posonlyargs, *function.args.args)]
    return len(names) - (names[:1] in (["self"], ["cls"]))
