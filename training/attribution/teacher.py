"""A trained model as the teacher of a smaller one: its chances beside the gold labels (Hinton et al. 2015)."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import torch
from torch import Tensor
from torch.nn import functional

from sayso.models.attribution.wordpiece import pieces_of
from training.attribution.data import IGNORED, Asked, Slot, articles, collate
from training.attribution.model import saved

TRUST = 0.7
"""Share of the teacher in a loss; the rest is the gold label's."""


class Teacher:
    """Answers the questions that the pupil is asked, about the same words of the same windows."""

    def __init__(self, run: Path, corpus: Path, limit: int | None, device: torch.device) -> None:
        self.pieces = pieces_of(run / "vocab.txt")
        self.read = articles(corpus, self.pieces, {}, limit)
        self.model = saved(run / "best.pt").to(device)
        self.device = device

    @torch.no_grad()
    def answers(self, slots: Sequence[Slot], questions: Asked) -> tuple[Tensor, Tensor, Tensor]:
        """Scores of cues (batch, words, 3), of roles (cues, words, 5) and of being a cue (cues,)."""
        batch = collate(self.read, slots, self.pieces)
        ids, mask, first, there, row, start, end = (
            torch.from_numpy(array).to(self.device)
            for array in (
                *(batch.ids, batch.mask, batch.first, batch.there),
                *(questions.row, questions.start, questions.end),
            )
        )
        with torch.autocast(self.device.type, torch.bfloat16):
            hidden = self.model.hidden(ids, mask, first)
            roles, verdict = self.model.roles(hidden, there, row, start, end)
            cues = self.model.cues(hidden)
        return cues.float(), roles.float(), verdict.float()


def taught(gold: Tensor, pupil: Tensor, teacher: Tensor, labels: Tensor) -> Tensor:
    """The loss on gold labels mixed with the cross-entropy between teacher and pupil where a label is known."""
    known = labels != IGNORED
    soft = -(teacher.softmax(-1) * functional.log_softmax(pupil, -1)).sum(-1)[known].mean()
    return (1 - TRUST) * gold + TRUST * soft


def taught_verdict(gold: Tensor, pupil: Tensor, teacher: Tensor) -> Tensor:
    """The same for yes and no."""
    return (1 - TRUST) * gold + TRUST * functional.binary_cross_entropy_with_logits(pupil, teacher.sigmoid())
