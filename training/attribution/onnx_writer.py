"""Writes an ONNX graph node by node. Names count up, values are stored once: the bytes follow from the weights."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper
from torch import Tensor, nn

MICROSOFT = "com.microsoft"
"""ONNX Runtime's own operators."""
OPSETS = {"": 23, MICROSOFT: 1}
Array = NDArray[Any]
Form = list[int | str]
"""A shape; sizes that may vary have a name."""


def array(tensor: Tensor) -> Array:
    """The values of a weight."""
    return tensor.detach().cpu().numpy()


def quantised(values: Array, axis: int) -> tuple[Array, Array]:
    """Int8 numbers -127..127, and the scale of each index of `axis`; symmetric, to the nearest, ties to even."""
    others = tuple(n for n in range(values.ndim) if n != axis)
    largest = np.abs(values).max(others, keepdims=True)
    scale = np.maximum(largest, np.float32(1e-9)) / np.float32(127)
    return np.rint(values / scale).astype(np.int8), scale.reshape(-1)


class Writer:
    """A graph in the making; `low` writes int8 for what can be int8. Its methods answer with names of results."""

    def __init__(self, low: bool) -> None:
        self.low = low
        self._nodes: list[onnx.NodeProto] = []
        self._weights: list[onnx.TensorProto] = []
        self._stored: dict[tuple[str, tuple[int, ...], bytes], str] = {}

    def __call__(self, operator: str, *given: str, domain: str = "", **settings: Any) -> str:
        """A node with one result."""
        return self.several(operator, list(given), 1, domain, **settings)[0]

    def several(self, operator: str, given: list[str], results: int, domain: str = "", **settings: Any) -> list[str]:
        """A node with several results."""
        names = [f"n{len(self._nodes)}.{number}" for number in range(results)]
        self._nodes.append(helper.make_node(operator, given, names, domain=domain, **settings))
        return names

    def constant(self, value: Array | np.generic) -> str:
        """Weights, or a number."""
        value = np.asarray(value, order="C")
        key = (value.dtype.str, value.shape, value.tobytes())
        if key not in self._stored:
            self._stored[key] = f"w{len(self._weights)}"
            self._weights.append(numpy_helper.from_array(value, self._stored[key]))
        return self._stored[key]

    def whole(self, *numbers: int) -> str:
        """A list of whole numbers."""
        return self.constant(np.array(numbers, np.int64))

    def linear(self, x: str, layer: nn.Linear, rows: slice = slice(None), low: bool = True) -> str:
        """A linear layer, or only its outputs `rows`; in float32 if not `low`."""
        weight, bias = array(layer.weight)[rows].T, self.constant(array(layer.bias)[rows])
        if not (self.low and low):
            return self("Add", self("MatMul", x, self.constant(weight)), bias)
        numbers, scales = map(self.constant, quantised(weight, 1))
        return self("DynamicQuantizeMatMul", x, numbers, scales, "", bias, domain=MICROSOFT)

    def table(self, vectors: Array, rows: str) -> str:
        """Rows of a table of vectors."""
        if not self.low:
            return self("Gather", self.constant(vectors), rows)
        numbers, scales = (self("Gather", self.constant(part), rows) for part in quantised(vectors, 0))
        return self("DequantizeLinear", numbers, scales, axis=0)

    def norm(self, x: str, layer: nn.LayerNorm) -> str:
        """A layer norm over the last axis."""
        weights = (self.constant(array(part)) for part in (layer.weight, layer.bias))
        return self("LayerNormalization", x, *weights, axis=-1, epsilon=layer.eps)

    def save(self, file: Path, given: dict[str, tuple[int, Form]], results: dict[str, tuple[str, Form]]) -> None:
        """Write and check the graph; `given` are types and shapes, `results` what is called so and its shape."""
        ends = [helper.make_node("Identity", [inner], [name]) for name, (inner, _) in results.items()]
        graph = helper.make_graph(
            [*self._nodes, *ends],
            "sayso",
            [helper.make_tensor_value_info(name, *form) for name, form in given.items()],
            [helper.make_tensor_value_info(name, TensorProto.FLOAT, form) for name, (_, form) in results.items()],
            self._weights,
        )
        opsets = [helper.make_opsetid(*one) for one in OPSETS.items()]
        model = helper.make_model(graph, opset_imports=opsets, ir_version=11, producer_name="sayso")
        onnx.checker.check_model(model)
        file.write_bytes(model.SerializeToString(deterministic=True))
