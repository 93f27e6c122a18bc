"""Where a content holds another voice, seen from the first reading alone: what spares the second reading.

usage: python -m training.attribution.inner PROFILE [--documents N]

The corpus marks no attribution within another, so the model itself is the teacher: over articles of PolNeAR train it
reads each content once more, alone (engine.inside), and a logistic regression learns from the words' vectors of the
first reading which of them will be found to be cues. Written is weights/PROFILE/inner.npy: the weights (hidden,) and a
bias less the threshold that keeps RECALL of the contents with a voice in them, on articles that it did not learn from.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence

import numpy as np
import torch

from sayso.models.attribution.decode import Array
from sayso.models.attribution.engine import INNER, Engine
from sayso.models.attribution.labels import word_span
from sayso.models.attribution.windows import cuts
from sayso.models.catalogue import PROFILES, folder, model
from training.attribution.measure import POLNEAR, gold

RECALL = 0.9
STEPS = 400
HELD_OUT = 5
"""One article in so many is not learned from."""


def examples(engine: Engine, text: str) -> Iterator[tuple[Array, Array]]:
    """For each content: the vectors of its words, and which of them the second reading finds to be in a cue."""
    pieced, encoded, reading = engine.looked_at(text)
    spans = pieced.words.spans
    starts = [0, *cuts(encoded.windows)]
    vectors = np.concatenate(
        [
            v[low - w.start : high - w.start]
            for v, w, low, high in zip(encoded.vectors, encoded.windows, starts, [*starts[1:], len(spans)], strict=True)
        ]
    )
    for one in reading.attributions:
        words = [n for piece in one.content if (s := word_span(spans, *piece)) is not None for n in range(*s)]
        if not words:
            continue
        found = {
            n
            for inner in engine.inside(text, one.content)
            if (s := word_span(spans, *inner.cue)) is not None
            for n in range(*s)
        }
        yield vectors[words], np.array([n in found for n in words], np.float32)


def learned(data: Sequence[tuple[Array, Array]]) -> tuple[Array, float]:
    """Weights and bias of a logistic regression over words, with weight decay."""
    x = torch.from_numpy(np.concatenate([one for one, _ in data]))
    y = torch.from_numpy(np.concatenate([labels for _, labels in data]))
    torch.manual_seed(0)
    layer = torch.nn.Linear(x.shape[1], 1)
    optimiser = torch.optim.AdamW(layer.parameters(), lr=0.01, weight_decay=0.05)
    for _ in range(STEPS):
        pick = torch.randint(len(x), (8192,))
        loss = torch.nn.functional.binary_cross_entropy_with_logits(
            layer(x[pick])[:, 0], y[pick], pos_weight=torch.tensor(4.0)
        )
        optimiser.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        optimiser.step()
    return layer.weight.detach().numpy()[0], float(layer.bias.detach()[0])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("profile", choices=PROFILES)
    parser.add_argument("--documents", type=int, default=250)
    given = parser.parse_args()
    torch.set_num_threads(1)
    place = folder(model("attribution", given.profile))
    engine = Engine(place)
    corpus = list(gold(POLNEAR / "train.jsonl", given.documents).values())
    taught, held = [], []
    for number, line in enumerate(corpus):
        (held if number % HELD_OUT == 0 else taught).extend(examples(engine, line["text"]))
    weights, bias = learned(taught)
    tops = np.array([(one @ weights + bias).max() for one, _ in held])
    holds = np.array([labels.any() for _, labels in held])
    threshold = float(np.quantile(tops[holds], 1 - RECALL))
    np.save(place / INNER, np.append(weights, np.float32(bias - threshold)).astype(np.float32))
    sizes = np.array([len(labels) for _, labels in held])
    for recall in (0.8, 0.85, RECALL, 0.95):
        again = tops >= np.quantile(tops[holds], 1 - recall)
        print(f"recall {recall}: {again.mean():.3f} of contents, {sizes[again].sum() / sizes.sum():.3f} of their words")
    asked = tops >= threshold
    print(
        f"{len(taught)} contents learned from, {len(held)} held out, {holds.mean():.3f} of them with a voice in them;"
        f" at recall {RECALL} {asked.mean():.3f} of the contents are read again, {sizes[asked].sum() / sizes.sum():.3f}"
        " of their words"
    )


if __name__ == "__main__":
    main()
