"""What the whole journey gets right on the gold: floors that a change may raise and must not lower silently."""

import importlib.util
import json
from collections.abc import Callable, Iterable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

pytestmark = [pytest.mark.shared, pytest.mark.slow]

Export = dict[str, Any]
FLOORS = {
    "found": {"precision": 0.64, "recall": 0.71},
    "full": {"precision": 0.42, "recall": 0.46},
    "status": {"share": 0.69},
    "modality": {"share": 0.8},
    "stance": {"share": 0.94},
    "quantity": {"share": 0.67},
    "value": {"share": 0.61},
    "basis": {"share": 0.67},
    "voice": {"share": 0.38},
    "date": {"share": 0.57},
    "evidence": {"share": 0.97},
}


def _module(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def figures(
    shared: Path, journey: Callable[[Iterable[Path]], Export], tmp_path_factory: pytest.TempPathFactory
) -> dict[str, dict[str, float]]:
    folder = tmp_path_factory.mktemp("gold")
    _module(shared / "score" / "make_reports.py").main(str(shared / "gold" / "stories.jsonl"), str(folder))
    gold, deals = (
        [json.loads(x) for x in (shared / "gold" / name).read_text(encoding="utf-8").splitlines() if x.strip()]
        for name in ("stories.jsonl", "deals.jsonl")
    )
    export = journey(sorted(folder.glob("*.md")))
    found: dict[str, dict[str, float]] = _module(shared / "score" / "score.py").score(export, gold, deals, 0)
    return found


@pytest.mark.parametrize("figure", sorted(FLOORS))
def test_a_figure_stays_above_its_floor(figures: dict[str, dict[str, float]], figure: str) -> None:
    below = {name: figures[figure][name] for name, floor in FLOORS[figure].items() if figures[figure][name] < floor}
    assert below == {}


def test_informants_are_not_counted_twice_more_often(figures: dict[str, dict[str, float]]) -> None:
    assert figures["informants"]["over"] <= 0.18
