"""The trained extractor: which words of a report are triggers, speakers and items, and what belongs to what.

It only scores spans that it is shown or marks itself, so that it cannot invent one; `understand` decides what to make
of the scores. `load` reads the packed weights beside this file; `make model` makes them anew from the corpus.
"""

import json
from functools import cache
from pathlib import Path

import onnxruntime
from tokenizers import Tokenizer

from secondsource.extractor.network import Extractor, Judgement, Offer, Place, States, Window

__all__ = ["PACKED", "Extractor", "Judgement", "Offer", "Place", "States", "Window", "load"]

PACKED = Path(__file__).parent / "packed"
"""Where `make model` puts the network."""


@cache
def load(folder: Path = PACKED) -> Extractor:
    """The extractor packed in `folder`, on one thread: reports are read side by side by processes."""
    return Extractor(
        _session(folder / "encoder.onnx"),
        _session(folder / "heads.onnx"),
        Tokenizer.from_file(str(folder / "tokenizer.json")),
        json.loads((folder / "card.json").read_text(encoding="utf-8")),
    )


def _session(file: Path) -> onnxruntime.InferenceSession:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(str(file), sess_options=options, providers=["CPUExecutionProvider"])
