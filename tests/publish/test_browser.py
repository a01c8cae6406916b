"""The dossier in a real browser: nothing sticks out at the widths people read at, and nothing is asked of the network.

Skipped where there is no Chromium; `.ci/run` installs Debian's.
"""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from secondsource.publish import dossier_html

from .sample import library

CHROMIUM = shutil.which("chromium")
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="no Chromium here (Debian: apt-get install chromium)")

FRAME = """<!doctype html><title>frame</title>
<iframe id="page" src="dossier.html" width="{width}" height="2000"></iframe>
<pre id="said"></pre><script>
addEventListener("load", () => {{
  const page = document.getElementById("page").contentDocument;
  const asked = page.defaultView.performance.getEntriesByType("resource").map(e => e.name);
  document.getElementById("said").textContent = JSON.stringify(
    [page.documentElement.scrollWidth, page.documentElement.clientWidth, asked.length, page.scripts.length]);
}});
</script>"""


def measured(folder: Path, width: int) -> list[int]:
    """Scroll width, visible width, requests and scripts of the dossier in a frame of `width` pixels."""
    (folder / "frame.html").write_text(FRAME.format(width=width), encoding="utf-8")
    run = subprocess.run(
        [
            str(CHROMIUM), "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking",
            "--no-first-run", "--disable-component-update", "--disable-sync", "--allow-file-access-from-files",
            f"--user-data-dir={folder / 'profile'}", "--virtual-time-budget=8000", "--window-size=1400,2200",
            "--dump-dom", (folder / "frame.html").as_uri(),
        ],
        capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    said = re.search(r'<pre id="said">\[(.*?)\]</pre>', run.stdout)
    assert said is not None, run.stderr[-500:]
    return [int(n) for n in said.group(1).split(",")]


@pytest.mark.parametrize("width", [1280, 800, 390, 320])
def test_nothing_sticks_out_at_the_side(tmp_path: Path, width: int) -> None:
    held = library()
    page = dossier_html(held.reports, held.lineage, held.ledger, held.discards, "test")
    (tmp_path / "dossier.html").write_text(page, encoding="utf-8")
    scroll, client, asked, scripts = measured(tmp_path, width)
    assert scroll <= client
    assert (asked, scripts) == (0, 0)
