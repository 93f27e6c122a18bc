"""The trained model in torch as what answers for a window; its exported graphs are sayso.models.attribution.graphs."""

from __future__ import annotations

import numpy as np
import torch
from numpy.typing import NDArray

from sayso.models.attribution.decode import Array
from training.attribution.model import Model


class TorchBackend:
    """The model itself; `low` computes in bfloat16 as training does."""

    def __init__(self, model: Model, low: bool = False) -> None:
        self.model = model.eval()
        self.low = low
        self.device = next(model.parameters()).device

    def _sent(self, values: NDArray[np.int64] | Array) -> torch.Tensor:
        return torch.from_numpy(values).to(self.device)

    @torch.no_grad()
    def encode(self, ids: NDArray[np.int64], first: NDArray[np.int64]) -> tuple[Array, Array]:
        given = self._sent(ids)[None]
        with torch.autocast(self.device.type, torch.bfloat16, enabled=self.low):
            hidden = self.model.hidden(given, torch.ones_like(given), self._sent(first)[None])
            logits = self.model.cues(hidden)
        return hidden[0].float().cpu().numpy(), logits[0].float().cpu().numpy()

    @torch.no_grad()
    def roles(self, hidden: Array, start: NDArray[np.int64], end: NDArray[np.int64]) -> tuple[Array, Array]:
        x = self._sent(hidden)[None]
        there = torch.ones(x.shape[:2], dtype=torch.long, device=self.device)
        row = torch.zeros(len(start), dtype=torch.long, device=self.device)
        roles, scores = self.model.roles(x, there, row, self._sent(start), self._sent(end))
        return roles.float().cpu().numpy(), scores.float().cpu().numpy()

    @torch.no_grad()
    def names(self, hidden: Array, looks: NDArray[np.int64]) -> Array:
        return self.model.names(self._sent(hidden)[None], self._sent(looks)[None])[0].float().cpu().numpy()
