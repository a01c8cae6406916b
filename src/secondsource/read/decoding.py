"""Bytes to text: what the bytes are, in which encoding, and whether there are words in them."""

import codecs
import re

from charset_normalizer import from_bytes

from secondsource.model.report import Discard, DiscardReason, Raw

LARGEST_INPUT = 20_000_000
"""Bytes. The longest real reports are under 1 MB as HTML; 20 MB leaves room for pages with pictures inlined."""
LONGEST_TEXT = 1_000_000
"""Characters of canonical text: a long book. What has more is a database or an attack."""
_SAMPLE = 65_536
_FEWEST_WORDS = 3
_LONGEST_WORD = 200
_BROKEN_SHARE = 0.01
_CONTROL_SHARE = 0.02
_WESTERN_SHARE = 0.25
"""French has up to a fifth of accented letters; Cyrillic, Greek and Arabic have most of theirs above ASCII."""
_ENCODINGS = (
    "cp1251 koi8_r koi8_u cp1253 cp1254 cp1255 cp1256 cp1250 shift_jis euc_jp gb18030 big5 euc_kr cp874".split()
)

_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"RIFF", "a RIFF file (picture, sound or film)"),
    (b"%PDF-", "a PDF, which is not read yet; save the page as text or HTML"),
    (b"PK\x03\x04", "a ZIP archive or an office document; save it as text or HTML"),
    (b"\x1f\x8b", "a gzip archive; unpack it first"),
    (b"BZh", "a bzip2 archive; unpack it first"),
    (b"\xfd7zXZ", "an xz archive; unpack it first"),
    (b"\x28\xb5\x2f\xfd", "a zstd archive; unpack it first"),
    (b"7z\xbc\xaf", "a 7z archive; unpack it first"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
    (b"\xd0\xcf\x11\xe0", "an old office document; save it as text or HTML"),
)
_MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LINE_END = re.compile(r"\r\n?")
_WORD = re.compile(r"[^\W\d_]{2,}")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_DECLARED = re.compile(
    rb"<(?:meta|\?xml)[^>]{0,300}?(?:charset|encoding)\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE
)


def decode(raw: Raw) -> str | Discard:
    """The text of `raw` with its line ends as line feeds and nothing else changed, or why there is none."""
    fault = _size_fault(raw) or _signature_fault(raw)
    if fault:
        return fault
    text = _text(raw.data)
    if text is None:
        return discard(raw, "binary", "holds NUL bytes where text has none; it is a program, a picture or damaged")
    text = _LINE_END.sub("\n", text)
    return words_fault(raw, text) or text


def discard(raw: Raw, reason: DiscardReason, detail: str) -> Discard:
    """A `Discard` of `raw` with its reason."""
    return Discard(source=raw.source, reason=reason, detail=detail)


def words_fault(raw: Raw, text: str) -> Discard | None:
    """Why `text` cannot be a report: it is blank, has no words, or is control characters; None where it can."""
    if not text.strip():
        return discard(raw, "empty", "holds only blanks")
    controls = sum(1 for _ in _CONTROL.finditer(text, 0, _SAMPLE))
    if controls > _CONTROL_SHARE * min(len(text), _SAMPLE):
        return discard(raw, "binary", "holds control characters where text has none")
    found = 0
    for word in _WORD.finditer(text):
        found += word.end() - word.start() <= _LONGEST_WORD
        if found >= _FEWEST_WORDS:
            return None
    return discard(raw, "not-text", f"holds fewer than {_FEWEST_WORDS} words; a report has sentences")


def length_fault(raw: Raw, text: str) -> Discard | None:
    """Why `text` is too long for a report, or None."""
    if len(text) <= LONGEST_TEXT:
        return None
    return discard(
        raw, "too-large", f"holds {len(text):,} characters; at most {LONGEST_TEXT:,} are read. Split it into reports"
    )


def _size_fault(raw: Raw) -> Discard | None:
    size = len(raw.data)
    if not size:
        return discard(raw, "empty", "holds no bytes")
    if size > LARGEST_INPUT:
        return discard(raw, "too-large", f"holds {size:,} bytes; at most {LARGEST_INPUT:,} are read. Split it")
    return None


def _signature_fault(raw: Raw) -> Discard | None:
    for signature, what in _SIGNATURES:
        if raw.data.startswith(signature):
            return discard(raw, "binary", f"is {what}")
    return None


def _text(data: bytes) -> str | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, errors="replace")
    wide = _wide_encoding(data)
    if wide:
        return data.decode(wide, errors="replace")
    if b"\x00" in data:
        return None
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _guessed(data)


def _wide_encoding(data: bytes) -> str | None:
    """UTF-16 without a byte order mark: in Western text every second byte is NUL."""
    sample = data[:4096]
    if len(sample) < 4 or len(data) % 2:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    half = len(sample) // 2
    if odd > 0.6 * half and even < 0.1 * half:
        return "utf-16-le"
    if even > 0.6 * half and odd < 0.1 * half:
        return "utf-16-be"
    return None


def _guessed(data: bytes) -> str:
    """Text in no Unicode encoding: as the page declares, as UTF-8 with a few broken bytes, or the likeliest."""
    declared = _DECLARED.search(data[:4096])
    if declared:
        text = _decoded(data, declared.group(1).decode("ascii"))
        if text is not None:
            return text
    lenient = data.decode("utf-8", errors="replace")
    high = sum(1 for c in lenient[:_SAMPLE] if c > "\x7f")
    broken = lenient.count("\ufffd", 0, _SAMPLE)
    if broken * 2 < high or (not _likely_western(data) and broken <= _BROKEN_SHARE * min(len(lenient), _SAMPLE) < high):
        return lenient
    if _likely_western(data):
        return data.decode("windows-1252", errors="replace")
    best = from_bytes(_sample_of_high(data), cp_isolation=_ENCODINGS).best()
    encoding = best.encoding if best else "windows-1252"
    return data.decode(encoding, errors="replace")


def _decoded(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (LookupError, UnicodeDecodeError, ValueError):
        return None


def _likely_western(data: bytes) -> bool:
    """Mostly ASCII with a sprinkling of high bytes: curly quotes and accents of windows-1252."""
    sample = data[:_SAMPLE]
    high = sum(1 for b in sample if b > 0x7F)
    return high <= _WESTERN_SHARE * len(sample)


def _sample_of_high(data: bytes) -> bytes:
    first = next((i for i, b in enumerate(data) if b > 0x7F), 0)
    start = max(0, first - 1024)
    return data[start : start + _SAMPLE]
