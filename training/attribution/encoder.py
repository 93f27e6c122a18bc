"""One text encoder for two families (BERT, MPNet): post-norm transformer layers, written out to export cleanly.

The families differ in names, in the numbering of positions, and in MPNet's relative position bias, which its layers
share (Song et al. 2020, "MPNet: Masked and Permuted Pre-training for Language Understanding").
"""

from __future__ import annotations

import json
import math
from dataclasses import asdict, dataclass
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional


@dataclass(frozen=True)
class Shape:
    """What an encoder is: `family` is bert or mpnet; `first_position` is the number of the first piece."""

    family: str
    layers: int
    hidden: int
    heads: int
    inner: int
    pieces: int
    positions: int
    norm_eps: float
    buckets: int = 32
    first_position: int = 0

    def as_dict(self) -> dict[str, str | int | float]:
        return asdict(self)


LARGEST_DISTANCE = 128
"""From this distance on MPNet puts all pieces into one bucket."""


def relative_buckets(positions: int, buckets: int) -> Tensor:
    """Bucket of each distance key - query from -positions to +positions; shape (2 * positions + 1,)."""
    distance = -torch.arange(-positions, positions + 1)
    half = buckets // 2
    exact = half // 2
    far = distance.abs()
    log = torch.log(far.clamp(min=1).float() / exact) / math.log(LARGEST_DISTANCE / exact)
    large = (exact + (log * (half - exact)).long()).clamp(max=half - 1)
    return torch.where(distance < 0, half, 0) + torch.where(far < exact, far, large)


class Layer(nn.Module):
    """Self-attention and feed-forward, each followed by its residual and norm."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.heads = shape.heads
        self.size = shape.hidden // shape.heads
        self.qkv = nn.Linear(shape.hidden, 3 * shape.hidden)
        self.out = nn.Linear(shape.hidden, shape.hidden)
        self.norm = nn.LayerNorm(shape.hidden, eps=shape.norm_eps)
        self.up = nn.Linear(shape.hidden, shape.inner)
        self.down = nn.Linear(shape.inner, shape.hidden)
        self.norm_out = nn.LayerNorm(shape.hidden, eps=shape.norm_eps)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        batch, length, hidden = x.shape
        q, k, v = self.qkv(x).view(batch, length, 3, self.heads, self.size).permute(2, 0, 3, 1, 4).unbind(0)
        mixed = functional.scaled_dot_product_attention(q, k, v, attn_mask=bias.to(q.dtype))
        x = self.norm(x + self.out(mixed.transpose(1, 2).reshape(batch, length, hidden)))
        result: Tensor = self.norm_out(x + self.down(functional.gelu(self.up(x))))
        return result


class Encoder(nn.Module):
    """Pieces to vectors. No dropout: on sets of this size it costs time and gains nothing."""

    def __init__(self, shape: Shape) -> None:
        super().__init__()
        self.shape = shape
        self.words = nn.Embedding(shape.pieces, shape.hidden)
        self.words.weight.requires_grad_(False)
        self.positions = nn.Embedding(shape.positions, shape.hidden)
        self.norm = nn.LayerNorm(shape.hidden, eps=shape.norm_eps)
        self.layers = nn.ModuleList(Layer(shape) for _ in range(shape.layers))
        self.relative = nn.Embedding(shape.buckets, shape.heads) if shape.family == "mpnet" else None
        if self.relative is not None:  # learning it would rule out the fast attention kernel
            self.relative.weight.requires_grad_(False)
        self.register_buffer("buckets", relative_buckets(shape.positions, shape.buckets), persistent=False)

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        """`ids` and `mask` (1 where there is a piece) of shape (batch, pieces) -> (batch, pieces, hidden)."""
        order = torch.arange(ids.shape[1], device=ids.device)
        x: Tensor = self.norm(self.words(ids) + self.positions(order + self.shape.first_position))
        bias = (1.0 - mask[:, None, None, :].to(x.dtype)) * -1e4
        if self.relative is not None:
            assert isinstance(self.buckets, Tensor)
            apart = self.buckets[order[None, :] - order[:, None] + self.shape.positions]
            bias = bias + self.relative(apart).permute(2, 0, 1)[None]
        else:
            bias = bias.expand(-1, -1, ids.shape[1], -1)
        for layer in self.layers:
            x = layer(x, bias)
        return x


def load(folder: Path, layers: int) -> Encoder:
    """The first `layers` layers of a published encoder (config.json and model.safetensors in `folder`)."""
    config = json.loads((folder / "config.json").read_text())
    shape = Shape(
        family=config["model_type"],
        layers=layers,
        hidden=config["hidden_size"],
        heads=config["num_attention_heads"],
        inner=config["intermediate_size"],
        pieces=config["vocab_size"],
        positions=config["max_position_embeddings"],
        norm_eps=config["layer_norm_eps"],
        buckets=config.get("relative_attention_num_buckets", 32),
        first_position=2 if config["model_type"] == "mpnet" else 0,
    )
    encoder = Encoder(shape)
    encoder.load_state_dict(_renamed(load_file(str(folder / "model.safetensors")), shape))
    return encoder


def _renamed(weights: dict[str, Tensor], shape: Shape) -> dict[str, Tensor]:
    """Published weights under our names."""
    bert = shape.family == "bert"
    prefix = next((p for p in ("", "bert.", "mpnet.") if p + "embeddings.word_embeddings.weight" in weights), "")

    def take(name: str, *ends: str) -> Tensor:
        return torch.cat([weights[f"{prefix}{name.replace('*', end)}"] for end in ends or ("",)])

    positions = take("embeddings.position_embeddings.weight")
    if bert:  # every piece is of the first segment
        positions = positions + take("embeddings.token_type_embeddings.weight")[0]
    named = {"words.weight": take("embeddings.word_embeddings.weight"), "positions.weight": positions}
    if not bert:
        named["relative.weight"] = take("encoder.relative_attention_bias.weight")
    parts = BERT_PARTS if bert else MPNET_PARTS
    for kind in ("weight", "bias"):
        named[f"norm.{kind}"] = take(f"embeddings.LayerNorm.{kind}")
        for i in range(shape.layers):
            for ours, (theirs, *ends) in parts.items():
                named[f"layers.{i}.{ours}.{kind}"] = take(f"encoder.layer.{i}.{theirs}.{kind}", *ends)
    return named


_FEED = {
    "up": ("intermediate.dense",),
    "down": ("output.dense",),
    "norm_out": ("output.LayerNorm",),
}
BERT_PARTS: dict[str, tuple[str, ...]] = {
    "qkv": ("attention.self.*", "query", "key", "value"),
    "out": ("attention.output.dense",),
    "norm": ("attention.output.LayerNorm",),
    **_FEED,
}
MPNET_PARTS: dict[str, tuple[str, ...]] = {
    "qkv": ("attention.attn.*", "q", "k", "v"),
    "out": ("attention.attn.o",),
    "norm": ("attention.LayerNorm",),
    **_FEED,
}
