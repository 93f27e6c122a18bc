"""Derive vocabulary/cues.yaml from PolNeAR train: how often a word in a grammatical frame is the cue of an attribution.

usage: python -m training.cue_lexicon  (about three minutes on one core)

A word is counted once for each frame it stands in (see `sayso.stages.claims.frames`); it is a cue where it lies in a
gold cue. Kept are pairs of lemma and frame seen at least MIN_SEEN times; their share is smoothed towards the frame's.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

import yaml
from benchmarks.measure import SHARED, lines

from sayso.document.layer import SENTENCES, Analysis
from sayso.document.text import Document, Text
from sayso.pipeline import STAGES
from sayso.stages.claims.frames import frames

TRAIN = SHARED / "data" / "polnear" / "train.jsonl"
OUT = Path(__file__).parent.parent / "src" / "sayso" / "vocabulary" / "cues.yaml"
MIN_SEEN = 3
LEAST = 0.25
"""Pairs with a smaller share are left out."""
HEAD = """\
# Words that attribute, by the grammatical frame they stand in (frames: see stages/claims/frames.py).
# An entry `lemma: {frame: share}` gives the smoothed share of its occurrences in PolNeAR train (840 news articles)
# that lie in an annotated cue. `frames` gives the share over all lemmas, for words not listed.
# Made by `python -m training.cue_lexicon`; only counts are taken from the corpus, no text.
# Example: in "The envoy denied that a ship had sailed", `deny` stands in the frame `clause`.
"""


def main(limit: int | None = None) -> None:
    """Count and write."""
    seen: Counter[tuple[str, str]] = Counter()
    cues: Counter[tuple[str, str]] = Counter()
    for number, line in enumerate(lines(TRAIN)):
        if limit is not None and number >= limit:
            break
        count(line, seen, cues)
    OUT.write_text(HEAD + yaml.safe_dump(table(seen, cues), sort_keys=True, allow_unicode=True, width=120))


def count(line: dict[str, object], seen: Counter[tuple[str, str]], cues: Counter[tuple[str, str]]) -> None:
    """Add one article to the counts."""
    analysis = Analysis(Document(Text(str(line["text"])), key=str(line["id"]), language="en"))
    for stage in STAGES[:2]:
        analysis = stage.run(analysis)
    starts = {s for a in line["attributions"] for s, e in a["cue"]}  # type: ignore[attr-defined]
    gold = [(s, e) for a in line["attributions"] for s, e in a["cue"]]  # type: ignore[attr-defined]
    inside = {i for s, e in gold for i in range(s, e)} | starts
    for sentence in analysis[SENTENCES]:
        for token in sentence.tokens:
            for frame in frames(sentence, token):
                seen[token.lemma.lower(), frame] += 1
                cues[token.lemma.lower(), frame] += token.start in inside


def table(seen: Counter[tuple[str, str]], cues: Counter[tuple[str, str]]) -> dict[str, object]:
    """Shares by frame and by lemma, smoothed with two imagined occurrences at the frame's own share."""
    totals: Counter[str] = Counter()
    hits: Counter[str] = Counter()
    for (_, frame), n in seen.items():
        totals[frame] += n
    for (_, frame), n in cues.items():
        hits[frame] += n
    prior = {frame: hits[frame] / n for frame, n in totals.items()}
    lemmas: dict[str, dict[str, float]] = {}
    for (lemma, frame), n in seen.items():
        share = (cues[lemma, frame] + 2 * prior[frame]) / (n + 2)
        if n >= MIN_SEEN and share >= LEAST and lemma.isascii():
            lemmas.setdefault(lemma, {})[frame] = round(share, 2)
    return {"frames": {frame: round(share, 3) for frame, share in sorted(prior.items())}, "lemmas": lemmas}


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else None)
