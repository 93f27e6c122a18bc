"""The two things that answer for a window: the trained model in torch, and its exported graphs in ONNX Runtime."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnxruntime as ort  # type: ignore[import-untyped]
import torch
from numpy.typing import NDArray

from sayso.models.attribution.decode import Array
from training.attribution.model import Model

ENCODER, ROLES = "encoder.onnx", "roles.onnx"


class TorchBackend:
    """The model itself; `low` computes in bfloat16 as training does."""

    def __init__(self, model: Model, low: bool = False) -> None:
        self.model = model.eval()
        self.low = low
        self.device = next(model.parameters()).device

    @torch.no_grad()
    def encode(self, ids: NDArray[np.int64]) -> tuple[Array, Array]:
        given = torch.from_numpy(ids)[None].to(self.device)
        with torch.autocast(self.device.type, torch.bfloat16, enabled=self.low):
            hidden = self.model.encoder(given, torch.ones_like(given))
            logits = self.model.cues(hidden)
        return hidden[0].float().cpu().numpy(), logits[0].float().cpu().numpy()

    @torch.no_grad()
    def roles(self, hidden: Array, start: NDArray[np.int64], end: NDArray[np.int64]) -> tuple[Array, Array]:
        x = torch.from_numpy(hidden)[None].to(self.device)
        there = torch.ones(x.shape[:2], dtype=torch.long, device=self.device)
        row = torch.zeros(len(start), dtype=torch.long, device=self.device)
        cues = [torch.from_numpy(side).to(self.device) for side in (start, end)]
        roles, scores = self.model.roles(x, there, row, *cues)
        return roles.float().cpu().numpy(), scores.float().cpu().numpy()


class GraphBackend:
    """Exported graphs in a folder, on one thread: the results do not depend on the number of cores."""

    def __init__(self, folder: Path) -> None:
        options = ort.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        self.encoder, self.role_head = (
            ort.InferenceSession(str(folder / name), options, providers=["CPUExecutionProvider"])
            for name in (ENCODER, ROLES)
        )

    def encode(self, ids: NDArray[np.int64]) -> tuple[Array, Array]:
        given = {"ids": ids[None], "mask": np.ones_like(ids)[None]}
        hidden, logits = self.encoder.run(None, given)
        return np.asarray(hidden[0], np.float32), np.asarray(logits[0], np.float32)

    def roles(self, hidden: Array, start: NDArray[np.int64], end: NDArray[np.int64]) -> tuple[Array, Array]:
        roles, scores = self.role_head.run(None, {"hidden": hidden, "start": start, "end": end})
        return np.asarray(roles, np.float32), np.asarray(scores, np.float32)
