"""Put a trained model into the package: weights, card and catalogue entry.

usage: python -m training.attribution.release RUN accurate|fast [--documents N]

Written are weights/PROFILE (graphs, vocabulary, meta.json, CARD.md) and catalogue.toml in src/sayso/models. Heads for
causes are put there by why_train.py; card and catalogue tell of them too.
What the card says of failures is training/attribution/notes/PROFILE.md, written by people who read what came out.
Commit weights rarely: every version stays in the history.
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

import torch

from sayso.models.attribution.engine import CAUSES
from sayso.models.catalogue import HERE, PROFILES
from training.attribution.export import exported
from training.attribution.train import Settings

VERSION = 1
ABOUT = ("CARD.md", "meta.json", CAUSES)
"""Files beside the weights that tell of them."""
NOTES = Path(__file__).parent / "notes"
SHOWN = (
    ("whole_p", "precision, whole attributions"),
    ("whole_r", "recall, whole attributions"),
    ("whole_f1", "F1, whole attributions"),
    ("exact_source", "F1, exact source"),
    ("exact_cue", "F1, exact cue"),
    ("exact_content", "F1, exact content"),
    ("recall_cue:reporting", "recall, reporting verbs"),
    ("recall_cue:other", "recall, other cues"),
    ("recall_quote:direct", "recall, direct quotations"),
    ("recall_source:none", "recall, no source given"),
    ("words_per_cpu_second", "words per CPU-second, this part alone"),
)
TOLD = (
    ("sentence_f1", "sentences that tell a cause"),
    ("relation_f1", "relations, both ends (half of the words)"),
    ("spans_exact_f1", "spans of cause, effect and signal in causal sentences, exact"),
    ("spans_fair_f1", "the same, fair: a wrong bound is one error, not two"),
)
CATALOGUE = """# The models that ship with sayso. Written by `python -m training.attribution.release`.
# The card beside the weights of each says how it was made, what it can do and where it fails.
"""


def name(profile: str) -> str:
    """The name that claims carry as what made them."""
    return f"attribution-{profile}-{VERSION}"


def command(training: Mapping[str, Any]) -> str:
    """The options that decide the result, as `train` takes them; runs and folders by their name only."""
    usual = asdict(Settings(""))
    told = [o for o in usual if o in ("encoder", "epochs", "seed") or training.get(o, usual[o]) != usual[o]]
    return " ".join(f"--{option} {Path(str(training[option])).name}" for option in told)


def why(known: Mapping[str, Any]) -> str:
    """The card's section on causes."""
    rows = "\n".join(f"| {label} | {known['scores'][key]:.3f} |" for key, label in TOLD)
    return f"""## Causes

Two small heads read the vectors of a sentence's words (the encoder stays as it is) and find causes, for each its
effect and signal, and whether the sentence tells one at all. Data: Causal News Corpus V2 train, 2,781 sentences (CC0).
Command: `python -m training.attribution.why_train PROFILE --epochs {known["epochs"]} --seed {known["seed"]}`; best
epoch {known["epoch"]}. Causal News Corpus V2 dev, {known["sentences"]} sentences, each read alone; epoch, thresholds
and calibration were chosen there, in float32; the scores are those of the int8 graphs that ship. The corpus knows no
kinds, counts the aim of a deed as its cause and marks a third of its relations without any signal; all that they tell
leaves the program as a suggestion (`implicit`).

| F1 | |
|---|---|
{rows}
"""


def card(profile: str, meta: Mapping[str, Any], causes: Mapping[str, Any], notes: str) -> str:
    """The model's card in Markdown."""
    training, int8, full = meta["training"], meta["scores"]["int8"], meta["scores"]["fp32"]
    rows = [f"| {label} | {int8[key]:,} | {full[key]:,} |" for key, label in SHOWN]
    bins = [f"| {low:.1f} to {high:.1f} | {count:,} | {share:.3f} |" for low, high, count, share in meta["chances"]]
    return f"""# {name(profile)}

Finds who says what in English news: for each cue its source and its content, each with the chance that it is right as
a whole; names with their types; and causes told in a sentence. Profile `{profile}`. It sees no nesting (the stage
`claims` reads contents alone for that, where a regression on the first reading, `inner.npy`, expects a voice) and does
not know who a pronoun is.

## How it was made

- Encoder: the first {meta["encoder"]["layers"]} layers of {meta["encoder"]["base"]}. Licence:
  {meta["licences"]["encoder"]}.
- Data: PolNeAR train, 840 news articles of 2016 (package MIT, texts of their publishers; weights only are shipped).
  Names: what spaCy's small model (MIT) finds in the same texts.
- Command: `python -m training.attribution.train {command(training)}`; best epoch {training["epoch"]} of
  {training["epochs"]}; {training["seconds"] / 60:.0f} minutes of training on two CPU cores; torch {training["torch"]}.
- sha256 of the training file: `{training["train_sha256"]}`. Made {meta["made"]}.
- Shipped as int8 ONNX graphs. The same trained weights give the same bytes; the same bytes give the same records on the
  same kind of processor (int8 rounding may differ between kinds).

## What it can do

PolNeAR dev, {meta["documents"]} articles; an attribution is right as a whole where the cues overlap, contents share at
least half of their words (IoU) and so do sources (Dice). 95 percent interval of whole F1 over resampled articles:
{int8["whole_f1_low"]:.3f} to {int8["whole_f1_high"]:.3f}. The threshold ({meta["calibration"]["threshold"]:.3f}) and
the scores' calibration were chosen on this same half, so they flatter a little.

| measure | int8, as shipped | float32 |
|---|---|---|
{chr(10).join(rows)}

How often an attribution with a score is right as a whole (same half):

| score | attributions | right |
|---|---|---|
{chr(10).join(bins)}

{why(causes)}
`make gate` measures what the program makes of it, rules included.

{notes.strip()}
"""


def entry(profile: str, meta: Mapping[str, Any]) -> str:
    """The entry of the catalogue, in TOML."""
    training, scores = meta["training"], meta["scores"]["int8"]
    weights = sorted(file for file in (HERE / "weights" / profile).iterdir() if file.name not in ABOUT)
    files = "\n".join(f'"{f.name}" = "{hashlib.sha256(f.read_bytes()).hexdigest()}"' for f in weights)
    return f"""
[[model]]
name = "{name(profile)}"
task = "attribution"
profile = "{profile}"
folder = "weights/{profile}"
licence = "{meta["licences"]["encoder"]}; trained on {meta["licences"]["training data"]}"
trained = "PolNeAR train, seed {training["seed"]}, {meta["made"]}"
card = "weights/{profile}/CARD.md"

[model.scores]
whole_f1 = {scores["whole_f1"]}
whole_f1_low = {scores["whole_f1_low"]}
whole_f1_high = {scores["whole_f1_high"]}

[model.files]
{files}
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("run", type=Path, nargs="?", help="leave out to write card and catalogue again")
    parser.add_argument("profile", choices=PROFILES)
    parser.add_argument("--documents", type=int, help="of dev, to measure on; all unless told")
    given = parser.parse_args()
    torch.set_num_threads(1)
    weights = HERE / "weights"
    (weights / given.profile).mkdir(parents=True, exist_ok=True)
    if given.run is not None:
        exported(given.run, weights / given.profile, given.documents)
    known = {p: json.loads((weights / p / "meta.json").read_text()) for p in PROFILES if (weights / p).exists()}
    notes = (NOTES / f"{given.profile}.md").read_text(encoding="utf-8")
    causes = json.loads((weights / given.profile / CAUSES).read_text(encoding="utf-8"))
    told = card(given.profile, known[given.profile], causes, notes)
    (weights / given.profile / "CARD.md").write_text(told, encoding="utf-8")
    entries = "".join(entry(profile, meta) for profile, meta in known.items())
    (HERE / "catalogue.toml").write_text(CATALOGUE + entries, encoding="utf-8")


if __name__ == "__main__":
    main()
