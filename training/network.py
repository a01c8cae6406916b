"""The network in training: a BERT encoder with marks beside its words, and the heads of `extractor.network`.

The encoder is the one of Devlin et al. (2019) at the size of MiniLM (Wang et al. 2020); its layers are written out here
so that training needs torch alone and the exported graph holds only what runs.
"""

from typing import cast

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from secondsource.extractor.labels import (
    BASES,
    CANDIDATES,
    CLASSES,
    GAP_CLASSES,
    LAYERS,
    MARKS,
    ROLES,
    SENTENCE_CLASSES,
)
from training import base

OUTPUTS = ("roles", "nothing", "bases", "unnamed", *CLASSES)
_INNER = 192
_SMALL = 16


class Layer(nn.Module):
    """One layer of the encoder: attention over all tokens, then a step for each."""

    def __init__(self, size: int, inner: int, heads: int, dropout: float) -> None:
        super().__init__()
        self.heads = heads
        self.query, self.key, self.value = nn.Linear(size, size), nn.Linear(size, size), nn.Linear(size, size)
        self.out, self.norm = nn.Linear(size, size), nn.LayerNorm(size, eps=1e-12)
        self.up, self.down, self.last = nn.Linear(size, inner), nn.Linear(inner, size), nn.LayerNorm(size, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, hidden: Tensor) -> Tensor:
        b, t, size = x.shape
        query, key, value = (
            part(x).view(b, t, self.heads, size // self.heads).transpose(1, 2)
            for part in (self.query, self.key, self.value)
        )
        seen = functional.scaled_dot_product_attention(query, key, value, attn_mask=hidden)
        seen = seen.transpose(1, 2).reshape(b, t, size)
        x = self.norm(x + self.dropout(self.out(seen)))
        return cast("Tensor", self.last(x + self.dropout(self.down(functional.gelu(self.up(x))))))


class Encoder(nn.Module):
    """Words and marks to states and scores of tags."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        shape = base.shape()
        size = shape["hidden_size"]
        self.word = nn.Embedding(shape["vocab_size"], size)
        self.position = nn.Embedding(shape["max_position_embeddings"], size)
        self.kind = nn.Parameter(torch.zeros(size))
        self.norm = nn.LayerNorm(size, eps=1e-12)
        self.mark = nn.Linear(len(MARKS), size, bias=False)
        self.layers = nn.ModuleList(
            Layer(size, shape["intermediate_size"], shape["num_attention_heads"], dropout)
            for _ in range(shape["num_hidden_layers"])
        )
        self.tags = nn.Linear(size, 3 * len(LAYERS))
        self.dropout = nn.Dropout(dropout)
        nn.init.zeros_(self.mark.weight)

    def forward(self, ids: Tensor, mask: Tensor, marks: Tensor) -> tuple[Tensor, Tensor]:
        places = torch.arange(ids.shape[1], device=ids.device)
        x = self.norm(self.word(ids) + self.position(places) + self.kind) + self.mark(marks)
        x = self.dropout(x)
        hidden = ((1 - mask) * -10000.0)[:, None, None, :].to(x.dtype)
        for layer in self.layers:
            x = layer(x, hidden)
        return x, self.tags(x)

    def take_base(self) -> None:
        """Start from the weights of the base package."""
        given = load_file(str(base.folder() / "model.safetensors"))
        embeddings = "embeddings."
        self.word.weight.data = given[f"{embeddings}word_embeddings.weight"]
        self.position.weight.data = given[f"{embeddings}position_embeddings.weight"]
        self.kind.data = given[f"{embeddings}token_type_embeddings.weight"][0]
        _take(self.norm, given, f"{embeddings}LayerNorm")
        for n, layer in enumerate(self.layers):
            at = f"encoder.layer.{n}"
            for name, theirs in (
                ("query", "attention.self.query"),
                ("key", "attention.self.key"),
                ("value", "attention.self.value"),
                ("out", "attention.output.dense"),
                ("norm", "attention.output.LayerNorm"),
                ("up", "intermediate.dense"),
                ("down", "output.dense"),
                ("last", "output.LayerNorm"),
            ):
                _take(getattr(layer, name), given, f"{at}.{theirs}")


def _take(module: nn.Module, given: dict[str, Tensor], name: str) -> None:
    module.weight.data = given[f"{name}.weight"]
    module.bias.data = given[f"{name}.bias"]


class Heads(nn.Module):
    """What is said of triggers, of triggers with candidates, and of speakers."""

    def __init__(self, dropout: float = 0.15) -> None:
        super().__init__()
        size = base.shape()["hidden_size"]
        self.trigger = nn.Linear(size, 256)
        self.classes = nn.ModuleDict({slot: nn.Linear(256, len(words)) for slot, words in CLASSES.items()})
        self.pair_trigger, self.pair_offer = nn.Linear(size, _INNER), nn.Linear(size, _INNER)
        self.gap = nn.Embedding(GAP_CLASSES, _SMALL)
        self.sentence = nn.Embedding(SENTENCE_CLASSES, _SMALL)
        self.kind = nn.Embedding(len(CANDIDATES), _SMALL)
        self.pair = nn.Linear(3 * _INNER + 3 * _SMALL, 256)
        self.role = nn.Linear(256, len(ROLES))
        self.basis = nn.Linear(256, len(BASES))
        self.none_inner, self.none = nn.Linear(size, 128), nn.Linear(128, len(ROLES))
        self.unnamed = nn.Linear(size, 2)
        self.dropout = nn.Dropout(dropout)

    def forward(
        self, triggers: Tensor, offers: Tensor, gap: Tensor, sentence: Tensor, kind: Tensor
    ) -> tuple[Tensor, ...]:
        """Everything at once, in the order of `OUTPUTS`: what the packed heads compute."""
        inner = self.pairs(triggers, offers, gap, sentence, kind)
        classes = self.classify(triggers)
        return (self.role(inner), self.nothing(triggers), self.basis(inner), self.unnamed(offers), *classes.values())

    def classify(self, triggers: Tensor) -> dict[str, Tensor]:
        inner = self.dropout(_gelu(self.trigger(self.dropout(triggers))))
        return {slot: head(inner) for slot, head in self.classes.items()}

    def pairs(self, triggers: Tensor, offers: Tensor, gap: Tensor, sentence: Tensor, kind: Tensor) -> Tensor:
        """The inner states of each trigger with each offer: (triggers, offers, 256)."""
        one = self.pair_trigger(self.dropout(triggers))[:, None, :].expand(-1, offers.shape[0], -1)
        other = self.pair_offer(self.dropout(offers))[None, :, :].expand(triggers.shape[0], -1, -1)
        near = torch.cat([self.gap(gap), self.sentence(sentence), self.kind(kind).expand(gap.shape[0], -1, -1)], -1)
        return cast("Tensor", self.dropout(_gelu(self.pair(torch.cat([one, other, one * other, near], -1)))))

    def nothing(self, triggers: Tensor) -> Tensor:
        """For each role, the score of none of the offers."""
        return cast("Tensor", self.none(_gelu(self.none_inner(self.dropout(triggers)))))


def _gelu(x: Tensor) -> Tensor:
    return functional.gelu(x, approximate="tanh")
