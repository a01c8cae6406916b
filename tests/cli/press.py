"""Short invented reports for tests of the command line."""

from pathlib import Path

GOOD = {
    "courier.txt": """\
Norland clears sale of missile boats to Sund

VALLA, 12 March 2021 - The government of Norway has cleared the sale of 36 K9 howitzers to Estonia, two officials
told the Valla Courier, a deal worth up to $250 million.

"We have waited two years for this," said Mart Kask, a spokesman for Estonia's Ministry of Defence.

The contract is expected to be signed in June, the officials said. Deliveries would begin in 2023.
""",
    "wire.md": """\
---
title: Estonia to sign for howitzers in June
outlet: Baltic Wire
published: 2021-03-14
---
Estonia expects to sign a contract for 36 K9 howitzers in June, the Ministry of Defence said on Sunday.

The ministry put the value at 230 million dollars. It denied a newspaper's report that the purchase had been suspended.
""",
}


def lay_out(folder: Path, files: dict[str, str] | None = None) -> list[str]:
    """Write the files to `folder`; their names."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in (files or GOOD).items():
        (folder / name).write_text(text, encoding="utf-8")
    return sorted(files or GOOD)
