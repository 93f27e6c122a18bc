"""A trained model written out as ONNX graphs, node by node: the same weights give the same bytes.

A tracer's graph of the same model runs at three quarters of the speed: it keeps a mask that nothing needs, turns the
keys twice, and lets the runtime melt sums and norms into an operator that is six times slower than the two. Here there
is no mask (one window, no padding), attention is one operator, and the last layer asks only for the first piece of each
word, as all that follows reads words. In int8, linear layers are DynamicQuantizeMatMul of ONNX Runtime: weights with
one scale an output, inputs with one scale a window. Vectors of pieces are int8 with one scale a piece; the rest is
float32.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
from onnx import TensorProto
from torch import nn

from sayso.models.attribution.graphs import CAUSES, EFFECTS, ENCODER, NAMES, ROLES
from sayso.models.attribution.pieces import ROOM
from training.attribution.encoder import Encoder, Layer
from training.attribution.model import FAR, CueHead, Model, NameHead, RoleHead
from training.attribution.onnx_writer import MICROSOFT, Writer, array, quantised
from training.attribution.why_model import SIZE, CauseHead, Why

LONGEST = ROOM + 2
"""Pieces of the longest window with its marks."""
WHOLE, REAL = TensorProto.INT64, TensorProto.FLOAT


def write(model: Model, folder: Path, low: bool) -> None:
    """The graphs of a model, in int8 if `low`, else in float32."""
    folder.mkdir(parents=True, exist_ok=True)
    size = model.encoder.shape.hidden
    write_encoder(model, folder / ENCODER, low)
    write_roles(model.roles, size, folder / ROLES, low)
    write_names(model, folder / NAMES, low)


def write_encoder(model: Model, file: Path, low: bool) -> None:
    """ids (pieces,), first (words,): the place of each word's first piece -> hidden (words, size), cues (words, 3)."""
    w = Writer(low)
    hidden = encoded(w, model.encoder, "ids", "first")
    cues = found(w, model.cues, hidden)
    given = {"ids": (WHOLE, ["pieces"]), "first": (WHOLE, ["words"])}
    size, labels = model.encoder.shape.hidden, model.cues.out.out_features
    w.save(file, given, {"hidden": (hidden, ["words", size]), "cues": (cues, ["words", labels])})


def write_roles(head: RoleHead, size: int, file: Path, low: bool) -> None:
    """hidden (words, size), start and end (cues,) in words -> roles (cues, words, 5), scores (cues,)."""
    w = Writer(low)
    roles, scores = asked(w, head, "hidden", "start", "end")
    given = {"hidden": (REAL, ["words", size]), "start": (WHOLE, ["cues"]), "end": (WHOLE, ["cues"])}
    labels = head.out.out_features
    w.save(file, given, {"roles": (roles, ["cues", "words", labels]), "scores": (scores, ["cues"])})


def write_why(model: Why, folder: Path, low: bool) -> None:
    """Both graphs for causes, in int8 if `low`."""
    write_causes(model.cause_head, folder / CAUSES, low)
    write_roles(model.effect_head, SIZE, folder / EFFECTS, low)


def write_causes(head: CauseHead, file: Path, low: bool) -> None:
    """hidden (words, size) -> mixed (words, SIZE), scores (words, 4)."""
    w = Writer(low)
    x = w("Unsqueeze", w.norm(w.linear("hidden", head.down), head.norm), w.whole(0))
    for layer in head.layers:
        x = block(w, layer, x, x, [])
    mixed = w("Squeeze", x, w.whole(0))
    scores = found(w, head.scores, mixed)
    given = {"hidden": (REAL, ["words", head.down.in_features])}
    labels = head.scores.out.out_features
    w.save(file, given, {"mixed": (mixed, ["words", SIZE]), "scores": (scores, ["words", labels])})


def write_names(model: Model, file: Path, low: bool) -> None:
    """hidden (words, size), looks (words,) -> scores (words, labels)."""
    w = Writer(low)
    scores = named(w, model.names, "hidden", "looks")
    given = {"hidden": (REAL, ["words", model.encoder.shape.hidden]), "looks": (WHOLE, ["words"])}
    w.save(file, given, {"scores": (scores, ["words", model.names.out.out_features])})


def encoded(w: Writer, encoder: Encoder, ids: str, first: str) -> str:
    """Vectors of words (see encoder.Encoder)."""
    length = w("Shape", ids)
    places = array(encoder.positions.weight)[encoder.shape.first_position :][:LONGEST]
    here = w("Slice", w.constant(places), w.whole(0), length, w.whole(0))
    x = w.norm(w("Add", w.table(array(encoder.words.weight), ids), here), encoder.norm)
    x = w("Unsqueeze", x, w.whole(0))
    bias = relative(w, encoder, length)
    *lower, top = encoder.layers
    for layer in lower:
        x = block(w, layer, x, x, bias)
    asking = w("Gather", x, first, axis=1)
    x = block(w, top, asking, x, [w("Gather", one, first, axis=2) for one in bias])
    return w("Squeeze", x, w.whole(0))


def relative(w: Writer, encoder: Encoder, length: str) -> list[str]:
    """MPNet's bias (1, heads, pieces, pieces), cut from a table that the runtime makes as it loads; none for BERT."""
    if encoder.relative is None:
        return []
    order = np.arange(LONGEST)
    apart = order[None, :] - order[:, None] + encoder.shape.positions
    buckets = w("Cast", w.constant(array(encoder.get_buffer("buckets"))[apart].astype(np.uint8)), to=TensorProto.INT32)
    table = w("Gather", w.constant(array(encoder.relative.weight).T), buckets, axis=1)
    ends = w("Concat", length, length, axis=0)
    return [w("Slice", w("Unsqueeze", table, w.whole(0)), w.whole(0, 0), ends, w.whole(2, 3))]


def block(w: Writer, layer: Layer, asking: str, x: str, bias: list[str]) -> str:
    """One layer (see encoder.Layer) for the pieces `asking`, which see all pieces `x`."""
    size = layer.heads * layer.size
    if asking == x:
        q, k, v = w.several("Split", [w.linear(x, layer.qkv)], 3, axis=-1, num_outputs=3)
    else:
        q = w.linear(asking, layer.qkv, slice(0, size))
        k, v = w.several("Split", [w.linear(x, layer.qkv, slice(size, None))], 2, axis=-1, num_outputs=2)
    mixed = w("Attention", q, k, v, *bias, q_num_heads=layer.heads, kv_num_heads=layer.heads)
    y = w.norm(w("Add", asking, w.linear(mixed, layer.out)), layer.norm)
    fed = feed_apart(w, layer, y) if w.low and asking == x else feed(w, layer, y)
    return w.norm(w("Add", y, fed), layer.norm_out)


def feed(w: Writer, layer: Layer, y: str) -> str:
    """The feed-forward part of a layer."""
    return w.linear(w("Gelu", w.linear(y, layer.up)), layer.down)


def feed_apart(w: Writer, layer: Layer, y: str) -> str:
    """The same with the start mark on its own.

    Its values are several times larger than those of any other piece (Sun et al. 2024, "Massive Activations in Large
    Language Models"): quantised together, the others would have a few of the 256 steps. Halves what int8 costs.
    """
    ends = w.whole(np.iinfo(np.int64).max)
    mark = w("Slice", y, w.whole(0), w.whole(1), w.whole(1))
    others = w("Slice", y, w.whole(1), ends, w.whole(1))
    return w("Concat", feed(w, layer, mark), feed(w, layer, others), axis=1)


def found(w: Writer, head: CueHead, hidden: str) -> str:
    """Scores of the labels of cues (see model.CueHead)."""
    return w.linear(w("Gelu", w.linear(hidden, head.up)), head.out, low=False)


def asked(w: Writer, head: RoleHead, hidden: str, start: str, end: str) -> tuple[str, str]:
    """Scores of roles and of being a cue, for the cues of one window (see model.RoleHead)."""
    inside, apart = places_of(w, hidden, start, end)
    size = w("Max", w("ReduceSum", inside, w.whole(1)), w.constant(np.float32(1)))
    cue = w("Div", w("MatMul", inside, hidden), size)
    plain, factor = w.several("Split", [w.linear(hidden, head.token)], 2, axis=-1, num_outputs=2)
    ours = w("Unsqueeze", w.linear(cue, head.cue), w.whole(1))
    of_cue, cue_factor = w.several("Split", [ours], 2, axis=-1, num_outputs=2)
    near = w("Gather", w.constant(array(head.near.weight)), w("Gather", w.constant(array(head.buckets)), apart))
    alone = w("Add", w("Add", near, plain), of_cue)
    mixed = w("Gelu", w("Add", w.linear(w("Mul", factor, cue_factor), head.product), alone))
    mixed = w("Add", mixed, w("Gelu", among_neighbours(w, mixed, head.around)))
    verdict = w.linear(w("Gelu", w.linear(cue, head.judge)), head.verdict, low=False)
    return w.linear(mixed, head.out, low=False), w("Squeeze", verdict, w.whole(1))


def places_of(w: Writer, hidden: str, start: str, end: str) -> tuple[str, str]:
    """Which words are the cue's (1 or 0), and how far each is from it, counted from -FAR; both (cues, words)."""
    zero, one, far = (w.constant(np.int64(number)) for number in (0, 1, FAR))
    order = w("Range", zero, w("Squeeze", w("Shape", hidden, end=1)), one)
    start, end = (w("Unsqueeze", side, w.whole(1)) for side in (start, end))
    after = w("Clip", w("Add", w("Sub", order, end), one), zero, far)
    before = w("Clip", w("Sub", start, order), zero, far)
    apart = w("Sub", after, before)
    return w("Cast", w("Equal", apart, zero), to=REAL), w("Add", apart, far)


def named(w: Writer, head: NameHead, hidden: str, looks: str) -> str:
    """Scores of the labels of names (see model.NameHead)."""
    look = w("Gather", w.constant(array(head.looks.weight)), looks)
    mixed = w("Unsqueeze", w("Gelu", w("Add", w.linear(hidden, head.up), look)), w.whole(0))
    mixed = w("Add", mixed, w("Gelu", among_neighbours(w, mixed, head.around)))
    return w("Squeeze", w.linear(mixed, head.out, low=False), w.whole(0))


def among_neighbours(w: Writer, x: str, layer: nn.Linear) -> str:
    """A linear layer that reads a word's left neighbour, the word, its right neighbour; `x` (rows, words, size).

    In int8 the numbers are made before they are laid side by side: a third of the work, the same numbers.
    """
    if not w.low:
        return w.linear(side_by_side(w, x, w.constant(np.float32(0))), layer)
    numbers, scale, zero = w.several("DynamicQuantizeLinear", [x], 3)
    weight, scales = map(w.constant, quantised(array(layer.weight).T, 1))
    given = [side_by_side(w, numbers, zero), weight, scale, scales, zero, "", w.constant(array(layer.bias))]
    return w("MatMulIntegerToFloat", *given, domain=MICROSOFT)


def side_by_side(w: Writer, x: str, nothing: str) -> str:
    """(rows, words, size) -> (rows, words, 3 * size); before the first and after the last word stands `nothing`."""
    shape = w("Concat", w("Shape", x, end=1), w.whole(1), w("Shape", x, start=2), axis=0)
    edge = w("Expand", nothing, shape)
    padded = w("Concat", edge, x, edge, axis=1)
    left = w("Slice", padded, w.whole(0), w.whole(-2), w.whole(1))
    right = w("Slice", padded, w.whole(2), w.whole(np.iinfo(np.int64).max), w.whole(1))
    return w("Concat", left, x, right, axis=-1)
