"""Packs a trained network as ONNX: the encoder in int8, the heads, beside the tokenizer and a card."""

import hashlib
import json
import tempfile
from pathlib import Path
from typing import Any

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from secondsource.extractor.labels import CLASSES, MARKS
from training import base
from training.network import OUTPUTS, Encoder, Heads


def export(encoder: Encoder, heads: Heads, folder: Path, card: dict[str, Any]) -> None:
    """Write `encoder.onnx`, `heads.onnx`, `tokenizer.json` and `card.json` into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    encoder.eval()
    ids = torch.ones((2, 16), dtype=torch.int64)
    axes = {0: "windows", 1: "tokens"}
    with tempfile.TemporaryDirectory() as scratch:
        whole = Path(scratch) / "encoder.onnx"
        torch.onnx.export(
            encoder,
            (ids, torch.ones_like(ids), torch.zeros((2, 16, len(MARKS)))),
            str(whole),
            input_names=["ids", "mask", "marks"],
            output_names=["hidden", "tags"],
            dynamic_axes=dict.fromkeys(("ids", "mask", "marks", "hidden", "tags"), axes),
            opset_version=17,
            dynamo=False,
        )
        quantize_dynamic(
            str(whole), str(folder / "encoder.onnx"), weight_type=QuantType.QInt8, per_channel=True, reduce_range=False
        )
    _export_heads(heads, folder / "heads.onnx")
    base.tokenizer().save(str(folder / "tokenizer.json"), pretty=False)
    digest = hashlib.sha256()
    for name in ("encoder.onnx", "heads.onnx", "tokenizer.json"):
        digest.update((folder / name).read_bytes())
    card = {"digest": digest.hexdigest()[:16], **card}
    (folder / "card.json").write_text(json.dumps(card, indent=1) + "\n", encoding="utf-8")


def _export_heads(heads: Heads, file: Path) -> None:
    heads.eval()
    size = heads.trigger.in_features
    pairs = torch.zeros((2, 3), dtype=torch.int64)
    torch.onnx.export(
        heads,
        (torch.zeros((2, size)), torch.zeros((3, size)), pairs, pairs, pairs[0]),
        str(file),
        input_names=["triggers", "offers", "gap", "sentence", "kind"],
        output_names=list(OUTPUTS),
        dynamic_axes={
            "triggers": {0: "t"},
            "offers": {0: "o"},
            "gap": {0: "t", 1: "o"},
            "sentence": {0: "t", 1: "o"},
            "kind": {0: "o"},
            "roles": {0: "t", 1: "o"},
            "nothing": {0: "t"},
            "bases": {0: "t", 1: "o"},
            "unnamed": {0: "o"},
            **{slot: {0: "t"} for slot in CLASSES},
        },
        opset_version=17,
        dynamo=False,
    )
