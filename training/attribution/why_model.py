"""The heads for causes: small layers of attention among a sentence's words, then heads like those for attributions.

They read the vectors of an encoder that was taught attribution and stays as it is.
"""

from __future__ import annotations

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from sayso.models.attribution.decode import Array
from training.attribution.encoder import Layer, Shape
from training.attribution.model import CueHead, RoleHead

SIZE, LAYERS, DROPOUT = 192, 2, 0.3


class CauseHead(nn.Module):
    """Vectors of a sentence's words -> theirs among each other, and scores of O, B, I and of telling a cause."""

    def __init__(self, hidden: int, dropout: float) -> None:
        super().__init__()
        shape = Shape("bert", LAYERS, SIZE, 4, 2 * SIZE, 0, 0, 1e-5)
        self.down = nn.Linear(hidden, SIZE)
        self.norm = nn.LayerNorm(SIZE, eps=shape.norm_eps)
        self.drop = nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(shape) for _ in range(shape.layers))
        self.scores = CueHead(SIZE, SIZE, dropout, more=1)

    def forward(self, x: Tensor, there: Tensor) -> tuple[Tensor, Tensor]:
        """`x` (sentences, words, hidden), `there` 1 where there is a word -> (…, SIZE) and (…, 4)."""
        mixed = self.norm(self.down(self.drop(x)))
        bias = (1.0 - there[:, None, None, :].to(mixed.dtype)) * -1e4
        for layer in self.layers:
            mixed = self.drop(layer(mixed, bias.expand(-1, -1, mixed.shape[1], -1)))
        return mixed, self.scores(mixed)


class Why(nn.Module):
    """Both heads. As a Reasoner (sayso.models.attribution.causes) it answers about one sentence."""

    def __init__(self, hidden: int) -> None:
        super().__init__()
        self.cause_head = CauseHead(hidden, DROPOUT)
        self.effect_head = RoleHead(SIZE, SIZE, DROPOUT)

    @torch.no_grad()
    def causes(self, hidden: Array) -> tuple[Array, Array]:
        x = torch.from_numpy(hidden)[None]
        mixed, scores = self.cause_head(x, torch.ones(x.shape[:2]))
        return mixed[0].numpy(), scores[0].numpy()

    @torch.no_grad()
    def effects(self, hidden: Array, start: NDArray[np.int64], end: NDArray[np.int64]) -> tuple[Array, Array]:
        x = torch.from_numpy(hidden)[None]
        row = torch.zeros(len(start), dtype=torch.long)
        there = torch.ones(x.shape[:2], dtype=torch.long)
        roles, scores = self.effect_head(x, there, row, torch.from_numpy(start), torch.from_numpy(end))
        return roles.numpy(), scores.numpy()
