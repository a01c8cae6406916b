import pytest

from secondsource.knowledge import load
from secondsource.knowledge.entries import Regime
from secondsource.knowledge.regimes import step_named


@pytest.mark.parametrize(
    ("regime", "sentence", "step"),
    [
        ("us-fms", "Delhi sent a Letter of Request in May.", "letter-of-request"),
        ("us-fms", "Lima withdrew the letter of request in May.", "request-withdrawn"),
        ("us-fms", "The admirals met in Lima.", None),
        ("us-fms", "A letter of requests was read.", None),
    ],
)
def test_the_longest_cue_decides(regime: str, sentence: str, step: str | None) -> None:
    named = step_named(load().get("regime", regime, Regime), sentence)
    assert (named.id if named else None) == step
