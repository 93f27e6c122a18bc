"""The model: an encoder, a head that finds cues, one that finds, for one cue, its source and content, one for names.

All heads see words (the vector of a word's first piece). The second head reads a word beside the cue (as in biaffine
parsing, Dozat and Manning 2017: the word, the cue, their product, and how far apart they are), then its neighbours.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path

import torch
from torch import Tensor, nn
from torch.nn import functional

from sayso.models.attribution.labels import CUE_LABELS, ROLE_LABELS
from sayso.models.attribution.names import LOOKS, NAME_LABELS
from training.attribution.encoder import Encoder, Shape, load

FAR = 300
"""Words further from the cue than this count as this far."""
BUCKETS_PER_SIDE = 14
NAME_SIZE = 128


@dataclass(frozen=True)
class Base:
    """A published encoder: its folder's name, how many layers of it, and its learning rate."""

    folder: str
    layers: int
    rate: float
    licence: str


BASES = {
    "mpnet6": Base("all-mpnet-base-v2", 6, 1e-4, "Apache-2.0 (all-mpnet-base-v2)"),
    "mpnet12": Base("all-mpnet-base-v2", 12, 7e-5, "Apache-2.0 (all-mpnet-base-v2)"),
    "mpnet4": Base("all-mpnet-base-v2", 4, 1e-4, "Apache-2.0 (all-mpnet-base-v2)"),
    "minilm6": Base("minilm6", 6, 2e-4, "Apache-2.0 (all-MiniLM-L6-v2), as packaged: MIT"),
}


def distance_buckets() -> Tensor:
    """Bucket of each signed distance -FAR..FAR (0: inside the cue): exact when near, logarithmic when far."""
    distance = torch.arange(-FAR, FAR + 1)
    far = distance.abs().clamp(min=1).float()
    step = (6 + (BUCKETS_PER_SIDE - 6) * torch.log(far / 6) / math.log(FAR / 6)).floor().clamp(max=BUCKETS_PER_SIDE)
    size = torch.where(far <= 6, far, step).long()
    return torch.where(distance == 0, 0, torch.where(distance > 0, size, size + BUCKETS_PER_SIDE))


class CueHead(nn.Module):
    """Vectors of words -> scores of O, B, I; and what else is asked of a word."""

    def __init__(self, hidden: int, size: int, dropout: float, more: int = 0) -> None:
        super().__init__()
        self.up = nn.Linear(hidden, size)
        self.drop = nn.Dropout(dropout)
        self.out = nn.Linear(size, len(CUE_LABELS) + more)

    def forward(self, x: Tensor) -> Tensor:
        result: Tensor = self.out(self.drop(functional.gelu(self.up(x))))
        return result


class RoleHead(nn.Module):
    """Vectors of words and one cue -> scores of the words' roles, and of its being a cue at all."""

    def __init__(self, hidden: int, size: int, dropout: float) -> None:
        super().__init__()
        self.token = nn.Linear(hidden, 2 * size)
        self.cue = nn.Linear(hidden, 2 * size)
        self.product = nn.Linear(size, size)
        self.near = nn.Embedding(1 + 2 * BUCKETS_PER_SIDE, size)
        self.around = nn.Linear(3 * size, size)
        self.drop = nn.Dropout(dropout)
        self.out = nn.Linear(size, len(ROLE_LABELS))
        self.judge = nn.Linear(hidden, size)
        self.verdict = nn.Linear(size, 1)
        self.register_buffer("buckets", distance_buckets(), persistent=False)

    def forward(self, x: Tensor, there: Tensor, row: Tensor, start: Tensor, end: Tensor) -> tuple[Tensor, Tensor]:
        """`x` (batch, words, hidden) and `there` (batch, words; 1 where there is a word); for each cue the `row` of the
        batch it stands in and its words `start`..`end` -> (cues, words, roles) and (cues,)."""
        assert isinstance(self.buckets, Tensor)
        order = torch.arange(x.shape[1], device=x.device)[None]
        after = (order - end[:, None] + 1).clamp(min=0, max=FAR)
        before = (start[:, None] - order).clamp(min=0, max=FAR)
        inside = ((after == 0) & (before == 0)).to(x.dtype)
        ours = there.to(x.dtype)[row]
        cue = torch.bmm(inside[:, None], x[row])[:, 0] / inside.sum(1, keepdim=True).clamp(min=1)
        plain, factor = self.token(x)[row].chunk(2, -1)
        of_cue, cue_factor = self.cue(cue)[:, None].chunk(2, -1)
        near = self.near(self.buckets[after - before + FAR])
        mixed = functional.gelu(plain + of_cue + near + self.product(factor * cue_factor)) * ours[..., None]
        mixed = self.drop(mixed)
        edge = torch.zeros_like(mixed[:, :1])
        left, right = torch.cat([edge, mixed[:, :-1]], 1), torch.cat([mixed[:, 1:], edge], 1)
        mixed = mixed + functional.gelu(self.around(torch.cat([left, mixed, right], -1)))
        return self.out(self.drop(mixed)), self.verdict(self.drop(functional.gelu(self.judge(cue))))[:, 0]


class NameHead(nn.Module):
    """Vectors and looks of words -> scores of the labels of names; a word sees its neighbours."""

    def __init__(self, hidden: int, size: int, dropout: float) -> None:
        super().__init__()
        self.up = nn.Linear(hidden, size)
        self.looks = nn.Embedding(LOOKS, size)
        self.around = nn.Linear(3 * size, size)
        self.drop = nn.Dropout(dropout)
        self.out = nn.Linear(size, len(NAME_LABELS))

    def forward(self, x: Tensor, looks: Tensor) -> Tensor:
        """`x` (batch, words, hidden), `looks` (batch, words) -> (batch, words, labels)."""
        mixed = self.drop(functional.gelu(self.up(x) + self.looks(looks)))
        edge = torch.zeros_like(mixed[:, :1])
        left, right = torch.cat([edge, mixed[:, :-1]], 1), torch.cat([mixed[:, 1:], edge], 1)
        mixed = mixed + functional.gelu(self.around(torch.cat([left, mixed, right], -1)))
        result: Tensor = self.out(self.drop(mixed))
        return result


class Model(nn.Module):
    """Encoder and heads."""

    def __init__(self, encoder: Encoder, size: int = 256, dropout: float = 0.1) -> None:
        super().__init__()
        self.encoder = encoder
        self.size = size
        self.cues = CueHead(encoder.shape.hidden, size, dropout)
        self.roles = RoleHead(encoder.shape.hidden, size, dropout)
        self.names = NameHead(encoder.shape.hidden, NAME_SIZE, dropout)

    def hidden(self, ids: Tensor, mask: Tensor, first: Tensor) -> Tensor:
        """Vectors of words: `first` (batch, words) is the place of each word's first piece."""
        pieces: Tensor = self.encoder(ids, mask)
        return pieces.gather(1, first[..., None].expand(-1, -1, pieces.shape[-1]))


def fresh(base: str, models: Path, size: int) -> Model:
    """A model with a published encoder and new heads."""
    return Model(load(models / BASES[base].folder, BASES[base].layers), size)


def saved(file: Path) -> Model:
    """A trained model (see train.py: best.pt)."""
    state = torch.load(file, map_location="cpu", weights_only=True)
    model = Model(Encoder(Shape(**state["shape"])), state["size"])
    model.load_state_dict(state["model"])
    return model.eval()
