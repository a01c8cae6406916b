"""The style sheet: readable in light and in dark (WCAG 2.2 AA, 4.5 to 1)."""

import re
from importlib.resources import files

import pytest

CSS = files("secondsource.publish").joinpath("templates", "dossier.css").read_text(encoding="utf-8")
GROUNDS = ("paper", "card")
INKS = ("ink", "soft", "accent", "alarm", "done", "bound", "talk", "stopped", "held")
LOWEST = 4.5


def palette(dark: bool) -> dict[str, str]:
    blocks = re.findall(r":root \{(.*?)\}", CSS, re.DOTALL)
    return dict(re.findall(r"--([a-z]+): (#[0-9a-f]{6})", blocks[1 if dark else 0]))


def luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
class TestContrast:
    @pytest.mark.parametrize("ground", GROUNDS)
    @pytest.mark.parametrize("ink", INKS)
    def test_inks_on_their_grounds(self, ink: str, ground: str, dark: bool) -> None:
        colours = palette(dark)
        assert contrast(colours[ink], colours[ground]) >= LOWEST

    @pytest.mark.parametrize(("ink", "ground"), [("ink", "mark"), ("ink", "reword"), ("soft", "reword")])
    def test_words_on_their_highlights(self, ink: str, ground: str, dark: bool) -> None:
        colours = palette(dark)
        assert contrast(colours[ink], colours[ground]) >= LOWEST
