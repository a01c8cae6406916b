"""Makes hostile inputs: files that break readers. `python tests/hostile.py FOLDER` writes them all.

Each case of bytes is a function without parameters, so that a test can read it without a disk; the cases that need a
file system (a folder with a file's name, a file without permission, a link to nothing, a pipe) are made by
`make_files` only.
"""

# ruff: noqa: PLW0108  (a case is made only when it is asked for)

import gzip
import os
import random
import sys
from collections.abc import Callable
from pathlib import Path

STORY = (
    "The Kaldorian navy will take two patrol boats from Vestria this autumn, its chief said on Monday. "
    "The boats cost $14 million with spares, and crews will be trained at Port Hallam.\n\n"
    "No contract has been signed, the ministry said, and none is expected before the budget is passed.\n"
)
MEGABYTE = 1_000_000
_PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(range(256)) * 8


def page(body: str) -> bytes:
    return f"<html><head><title>Boats</title></head><body>{body}</body></html>".encode()


def nested(tag: str, depth: int) -> bytes:
    return page(f"<{tag}>" * depth + "<p>" + STORY + "</p>" + f"</{tag}>" * depth)


def noise(size: int) -> bytes:
    return random.Random(7).randbytes(size)


BYTES: dict[str, Callable[[], bytes]] = {
    "zero-bytes.txt": lambda: b"",
    "one-byte.txt": lambda: b"x",
    "blanks-only.txt": lambda: b" \t\r\n\xc2\xa0\n" * 50,
    "zero-width-only.txt": lambda: "\u200b\u200d\ufeff".encode() * 500,
    "punctuation-only.txt": lambda: b"?!... --- ;;; (((( ))))\n" * 400,
    "numbers-only.txt": lambda: b"1 22 333 4444 55555\n" * 400,
    "one-word-megabyte.txt": lambda: b"a" * MEGABYTE,
    "one-line-50mb.txt": lambda: b"The deal was signed. " * 2_500_000,
    "one-line-19mb.txt": lambda: b"The deal was signed. " * 900_000,
    "one-line-1mb.txt": lambda: b"The deal was signed on Monday, 3 May 2021. " * 20_000,
    "many-lines-1mb.txt": lambda: b"Boats\n" * 170_000,
    "windows-1252.txt": lambda: STORY.replace("two", "“two”").replace("-", "—").encode("windows-1252"),
    "latin-1.txt": lambda: ("Crème brûlée à la carte, déjà vu. " * 20).encode("latin-1"),
    "koi8-r.txt": lambda: ("Военно-морской флот получит два катера осенью, сообщил начальник штаба. " * 12).encode(
        "koi8-r"
    ),
    "windows-1251.txt": lambda: ("Флот получит два катера осенью, сообщил начальник штаба флота. " * 12).encode(
        "cp1251"
    ),
    "shift-jis.txt": lambda: ("海軍は今秋、巡視艇二隻を受け取ると発表した。" * 20).encode("shift_jis"),
    "utf-16-with-mark.txt": lambda: STORY.encode("utf-16"),
    "utf-16-without-mark.txt": lambda: STORY.encode("utf-16-le"),
    "utf-16-big-end-without-mark.txt": lambda: STORY.encode("utf-16-be"),
    "utf-32.txt": lambda: b"\xff\xfe\x00\x00" + STORY.encode("utf-32-le"),
    "utf-8-with-mark.txt": lambda: b"\xef\xbb\xbf" + STORY.encode(),
    "utf-8-broken.txt": lambda: STORY.encode()[:90] + b"\xc3\x28\xff\xfe\x80" + STORY.encode()[90:],
    "lone-surrogates.txt": lambda: STORY.encode() + "\ud800\udfff\ud83d".encode("utf-8", "surrogatepass") + b" at sea.",
    "nul-bytes.txt": lambda: STORY.encode().replace(b" ", b"\x00 ", 9),
    "control-characters.txt": lambda: bytes(range(1, 9)) * 300 + STORY.encode(),
    "random-bytes.txt": lambda: noise(100_000),
    "picture.txt": lambda: _PNG,
    "packed.html": lambda: gzip.compress(page(f"<p>{STORY}</p>")),
    "archive.md": lambda: b"PK\x03\x04" + noise(4000),
    "carriage-returns.txt": lambda: STORY.replace("\n", "\r").encode(),
    "emoji-and-right-to-left.txt": lambda: (
        ("🚢🚢 " + STORY + "\u202ederetla\u202c مرحبا \u200b\u200d👩‍👩‍👧‍👦 e\u0301 ").encode() * 4
    ),
    "look-alikes.txt": lambda: STORY.replace("a", "а").replace("e", "е").encode(),
    "open-quotes-2mb.txt": lambda: ('“The (deal [was {signed, he “said "(' * 50_000).encode(),
    "open-brackets-1mb.txt": lambda: b"(" * MEGABYTE + STORY.encode(),
    "capitals-1mb.txt": lambda: b"HALLAM PORT " * 80_000 + b"-- " + STORY.encode(),
    "initials-1mb.txt": lambda: b"U.S. A.B. C. " * 70_000,
    "dashes-1mb.txt": lambda: b"- " * 500_000 + STORY.encode(),
    "dates-500kb.txt": lambda: b"on 3 May 2021, by June 2022, since 2019, " * 12_000,
    "names-200kb.txt": lambda: b"President Vladimir Putin and Defence Minister Sergei Shoigu " * 3_400,
    "crumbs-400-characters.txt": lambda: b"\n".join([b"a > " * 95, b"By " + b"Ab " * 130, b"share on " * 44]) * 40,
    "table.csv": lambda: b"country,item,number\nKaldoria,boats,2\n" * 300,
    "table-named.txt": lambda: b"country,item,number\nKaldoria,boats,2\n" * 300,
    "records.json": lambda: b'[{"title": "Boats", "text": "Two boats."}]',
    "deep-json.txt": lambda: b"[" * 100_000 + b"]" * 100_000,
    "unknown.xyz": lambda: STORY.encode(),
    "no-ending": lambda: STORY.encode(),
    "front-matter-open.md": lambda: ("---\ntitle: Boats\n" + STORY).encode(),
    "front-matter-only.md": lambda: b"---\ntitle: Boats\npublished: 2024-01-02\n---\n",
    "front-matter-empty.md": lambda: ("---\n---\n" + STORY).encode(),
    "front-matter-broken.md": lambda: ("---\ntitle: [Boats\n  : : {\n---\n" + STORY).encode(),
    "front-matter-list.md": lambda: ("---\n- Boats\n- Ships\n---\n" + STORY).encode(),
    "front-matter-tagged.md": lambda: ("---\ntitle: !!python/object/apply:os.system ['true']\n---\n" + STORY).encode(),
    "front-matter-deep.md": lambda: ("---\ntitle: " + "[" * 10_000 + "]" * 10_000 + "\n---\n" + STORY).encode(),
    "front-matter-braces.md": lambda: (
        "---\ntitle: " + "{a: " * 2_000 + "b" + "}" * 2_000 + "\n---\n" + STORY
    ).encode(),
    "front-matter-bomb.md": lambda: (
        "---\na: &a [x, x, x, x, x, x, x, x, x]\n"
        + "".join(
            f"{b}: &{b} [{', '.join(f'*{a}' for _ in range(9))}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)
        )
        + "title: *i\n---\n"
        + STORY
    ).encode(),
    "front-matter-huge.md": lambda: ("---\ntitle: " + "x" * 2_000_000 + "\n---\n" + STORY).encode(),
    "front-matter-nul.md": lambda: ("---\ntitle: Bo\x00ats\n---\n" + STORY).encode(),
    "rule-at-the-top.md": lambda: ("---\n" + STORY).encode(),
    "deep-100k.html": lambda: nested("div", 100_000),
    "deep-inline.html": lambda: nested("b", 30_000),
    "deep-font.html": lambda: nested("font", 20_000),
    "deep-lists.html": lambda: nested("ul><li", 5_000),
    "deep-tables.html": lambda: nested("table><tr><td", 3_000),
    "unclosed-tags.html": lambda: page("<p><b><i><span>" * 20_000 + STORY),
    "huge-attribute.html": lambda: page(f'<p title="{"x" * 5_000_000}">{STORY}</p>'),
    "many-attributes.html": lambda: page("<p " + " ".join(f'a{i}="x"' for i in range(50_000)) + f">{STORY}</p>"),
    "many-elements.html": lambda: page("<p>Two boats.</p>" * 300_000),
    "many-paragraphs.html": lambda: page(f"<p>{STORY}</p>" * 3_000),
    "open-tags.html": lambda: b"<" * MEGABYTE + STORY.encode(),
    "open-comment.html": lambda: b"<html><body><!-- " + STORY.encode() * 2_000,
    "open-script.html": lambda: b"<html><body>" + b"<script>" * 40_000 + STORY.encode(),
    "style-rules.html": lambda: page(f"<style>{'.a,' * 300_000}</style><p>{STORY}</p>"),
    "entity-bomb.html": lambda: (
        b'<!DOCTYPE html [<!ENTITY a "boats">'
        + b"".join(b'<!ENTITY %c "%s">' % (c + 1, b"&%c;" % c * 10) for c in range(ord("a"), ord("k")))
        + b"]>"
        + page("<p>&k;</p>")
    ),
    "entity-bomb.xhtml": lambda: (
        b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "boats"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
        + page("<p>&b;&b;&b;&b;</p>" * 1000)
    ),
    "external-entity.xhtml": lambda: (
        b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>'
        + page("<p>&f; boats came in.</p>")
    ),
    "json-ld-bomb.html": lambda: page(
        f"<script type='application/ld+json'>{'[' * 100_000}</script><p>{STORY}</p><p>{STORY}</p>"
    ),
    "wrong-charset.html": lambda: (
        b"<html><head><meta charset='no-such-set'></head><body><p>" + STORY.encode() + b"\xe9</p>"
    ),
    "declared-1251.html": lambda: (
        "<html><head><meta charset='windows-1251'></head><body><article><p>"
        + "Флот получит два катера осенью, сообщил начальник штаба флота в понедельник. " * 9
        + "</p></article></body></html>"
    ).encode("cp1251"),
    "empty-page.html": lambda: page(""),
    "text-named.html": lambda: STORY.encode(),
    "menu-only.html": lambda: page("<nav>" + "<a href='/'>Home</a>" * 40 + "</nav>"),
}
"""Every hostile input that is only bytes, by the file name that goes with it."""


def make_files(folder: Path) -> list[Path]:
    """Write every hostile file into `folder`, with those that only a file system can hold."""
    folder.mkdir(parents=True, exist_ok=True)
    made = []
    for name, build in BYTES.items():
        made.append(folder / name)
        made[-1].write_bytes(build())
    made += [folder / "a-folder.txt", folder / "link-to-nothing.txt", folder / "pipe.txt", folder / "locked.txt"]
    (folder / "a-folder.txt").mkdir(exist_ok=True)
    (folder / "link-to-nothing.txt").unlink(missing_ok=True)
    (folder / "link-to-nothing.txt").symlink_to(folder / "nothing")
    (folder / "pipe.txt").unlink(missing_ok=True)
    os.mkfifo(folder / "pipe.txt")
    (folder / "locked.txt").write_text(STORY)
    (folder / "locked.txt").chmod(0)
    long_name = folder / ("n" * 250 + ".txt")
    long_name.write_text(STORY)
    odd_name = folder / "odd \n\u202e name 🚢.txt"
    odd_name.write_text(STORY)
    return [*made, long_name, odd_name]


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    print(f"{len(make_files(Path(sys.argv[1])))} hostile files in {sys.argv[1]}")  # noqa: T201
