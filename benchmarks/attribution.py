"""Who says what, on PolNeAR dev: 84 news articles with sources, cues and contents marked by people."""

from __future__ import annotations

import importlib.util
from functools import partial
from pathlib import Path
from types import ModuleType
from typing import Any

from benchmarks.measure import SHARED, Measure, Scores, lines
from sayso.document.anchor import Anchor
from sayso.document.codec import spans
from sayso.document.layer import CLAIMS, Analysis
from sayso.document.records import Claim
from sayso.document.text import Document, Text
from sayso.models.catalogue import Profile
from sayso.pipeline import analyse, stages

SCORER = SHARED / "score" / "attribution.py"
RECALLS = (
    ("reporting_cue", "cue:reporting"),
    ("other_cue", "cue:other"),
    ("direct", "quote:direct"),
    ("no_source", "source:none"),
)
"""Recalls that are reported, by the scorer's name for the class."""


def scorer() -> ModuleType:
    """The scorer that the peers were scored with; its definitions are in its docstring."""
    spec = importlib.util.spec_from_file_location("attribution_scorer", SCORER)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def predicted(analysis: Analysis) -> list[dict[str, Any]]:
    """Our outermost claims with a cue; PolNeAR marks neither nesting nor the author's own voice.

    Claims that share their cue (a quotation and those that follow it) are one attribution of PolNeAR.
    """
    joined: dict[tuple[Anchor, ...], list[Claim]] = {}
    for claim in analysis[CLAIMS]:
        if claim.cue and claim.via is None:
            joined.setdefault(claim.cue, []).append(claim)
    return [_one(claims) for claims in joined.values()]


def _one(claims: list[Claim]) -> dict[str, Any]:
    first = claims[0]
    content = sorted({piece for claim in claims for piece in claim.content})
    source = [first.source.span] if first.source.span else []
    return {"id": first.id, "source": spans(source), "cue": spans(first.cue), "content": spans(content)}


def document(line: dict[str, Any]) -> Document:
    """A corpus line as a document."""
    return Document(Text(line["text"]), key=line["id"], title=line.get("title"), language="en")


def score(corpus: Path, profile: Profile) -> Scores:
    """Whole attributions, exact roles, and recall by type of cue and quotation."""
    gold = {line["id"]: line for line in lines(corpus)}
    needed = stages(profile)
    needed = needed[: 1 + [stage.writes for stage in needed].index(CLAIMS)]
    found = {key: {"attributions": predicted(analyse(document(line), needed))} for key, line in gold.items()}
    totals, types, _ = scorer().score(gold, found)
    values = dict(zip(("whole_p", "whole_r", "whole_f1"), scorer().prf(*totals["whole"]), strict=True))
    for role in ("source", "cue", "content"):
        values[f"exact_{role}_f1"] = scorer().prf(*totals[f"exact/{role}"])[2]
    for name, key in RECALLS:
        values[f"recall_{name}"] = types[key][2] / types[key][3]
    return Scores(totals["whole"][2], values)


DEV = SHARED / "data" / "polnear" / "dev.jsonl"
ABOUT = "PolNeAR dev, 84 articles: whole = cue overlaps, content IoU >= .5, source Dice >= .5"
MEASURES = (
    Measure("attribution", DEV, partial(score, profile="accurate"), ABOUT),
    Measure("attribution_fast", DEV, partial(score, profile="fast"), f"{ABOUT}; profile fast"),
)
