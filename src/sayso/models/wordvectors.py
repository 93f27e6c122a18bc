"""Vectors of words out of their context, remembered: a third of what spaCy computes, and most words come again."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import Any

import numpy as np
from spacy.tokens import Doc

REMEMBERED = 32_768
"""Words whose vectors are kept: 384 bytes each."""


class Vectors:
    """A spaCy pipeline's `tok2vec`: an embedding of each word by its form, then layers that see its neighbours.

    The embedding is a function of a few numbers (norm, prefix, suffix, shape, space) and is asked once about each.
    A word's vector does not depend on the words it is computed with.
    """

    def __init__(self, model: Any) -> None:
        features, _, embedding, mixing, _ = model.get_ref("embed").layers
        self._columns = features.attrs["columns"]
        self._layers = embedding.layers[0], mixing.layers[0]
        self._context = model.get_ref("encode")
        self._known: dict[bytes, int] = {}
        self._table = np.empty((REMEMBERED, model.get_dim("nO")), np.float32)

    def set(self, docs: Sequence[Doc]) -> None:
        """Give each text, as its `tensor`, the vectors (words, 96) of its words in their context."""
        rows = np.concatenate([doc.to_array(self._columns) for doc in docs])
        vectors = self._table[self._numbers(rows)]
        parts = np.split(vectors, list(accumulate(map(len, docs[:-1]))))
        for doc, tensor in zip(docs, self._context.predict(parts), strict=True):
            doc.tensor = tensor

    def _numbers(self, rows: Any) -> list[int]:
        """Places in the table of words with these features (words, features)."""
        keys: list[bytes] = rows.view(f"V{rows.itemsize * rows.shape[1]}").ravel().tolist()
        unseen = {key: place for place, key in enumerate(keys) if key not in self._known}
        if len(self._known) + len(unseen) > REMEMBERED:
            self._known.clear()
            unseen = {key: place for place, key in enumerate(keys)}
        if unseen:
            self._learn(list(unseen), rows[list(unseen.values())])
        return [self._known[key] for key in keys]

    def _learn(self, keys: Sequence[bytes], rows: Any) -> None:
        first = len(self._known)
        for layer in self._layers:
            rows = layer.predict(rows)
        self._table[first : first + len(keys)] = rows
        self._known.update(zip(keys, range(first, first + len(keys)), strict=True))
