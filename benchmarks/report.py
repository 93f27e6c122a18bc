"""`make figures`: write the measured figures into README.md and docs/mission.md, from benchmarks/results alone.

A figure stands between `<!-- figures:NAME -->` and `<!-- /figures -->`; nobody types one by hand, and a test holds the
pages against the results.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from benchmarks.measure import ROOT

RESULTS = ROOT / "benchmarks" / "results"
PAGES = (ROOT / "README.md", ROOT / "docs" / "mission.md")
BLOCK = re.compile(r"(<!-- figures:(?P<name>[a-z-]+) -->\n).*?(<!-- /figures -->)", re.DOTALL)


@dataclass(frozen=True)
class Row:
    """One line of the README's table: which score of which measure, in whose words, beside what others reach."""

    what: str
    measure: str
    score: str
    others: str


ROWS: Sequence[Row] = (
    Row(
        "who says what: source, cue and content right together (F1)",
        "attribution",
        "whole_f1",
        "Citron, retrained on the same data: .506",
    ),
    Row("… recall where a reporting verb introduces it", "attribution", "recall_reporting_cue", "Citron: .637"),
    Row("… recall of beliefs, wishes, decrees and the like", "attribution", "recall_other_cue", "two people: .588"),
    Row("times found (F1, overlap)", "times_tempeval3", "relaxed_f1", "HeidelTime .907 on other texts of the set"),
    Row("times resolved to the right value (F1)", "times_tempeval3", "value_f1", "recognizers-text .681"),
    Row("times resolved, Wikinews (F1)", "times_meantime", "value_f1", "recognizers-text .681"),
    Row("places put within 161 km, names given", "places_given", "acc161", "largest namesake .618"),
    Row("places found and put within 161 km (F1)", "places", "f1", "-"),
    Row("numbers found, with their side of the phrase (F1, overlap)", "numbers", "f1", "-"),
    Row("names found (F1, overlap)", "entities", "names_f1", "-"),
    Row("pronouns resolved: right when answered", "entities", "pronouns_precision", "-"),
    Row("events: right PLOVER type (macro-F1)", "events", "type_macro_f1", "NGEC .521 on its own benchmark"),
    Row("how sure: certainty x polarity of events (macro-F1)", "certainty", "macro_f1", "always certain .114"),
    Row(
        "how sure: correlation with readers' judgement (r)", "factuality", "r", "a linear model trained elsewhere .478"
    ),
    Row("why: sentences said to hold a cause that do (precision)", "links", "sentence_p", "say yes always .545"),
    Row("why: sentences with a cause that are found (recall)", "links", "sentence_r", "BERT-base F1 .863"),
    Row("must-expectations met on the sample dossier (written apart)", "dossier", "must", "-"),
)


def figure(value: float) -> str:
    """Three digits without the leading zero, as the field prints them."""
    return f"{value:.3f}".removeprefix("0")


def scores(gate: Mapping[str, Any]) -> str:
    """The table of quality."""
    lines = ["| | sayso | others | data |", "|---|---|---|---|"]
    for row in ROWS:
        taken = gate[row.measure]
        lines.append(f"| {row.what} | **{figure(taken[row.score])}** | {row.others} | {taken['about']} |")
    return "\n".join(lines)


def speed(bench: Mapping[str, Any]) -> str:
    """The sentence about speed and memory."""
    own, bare = bench["sayso"], bench["bare spaCy small"]
    return (
        f"The whole pipeline runs at {bench['ratio']:.2f} of the speed of spaCy's bare small English pipeline"
        f" ({own['words_per_cpu_second']:,.0f} against {bare['words_per_cpu_second']:,.0f} words per CPU-second in the"
        f" same run, {own['words']:,.0f} words) and needs {own['peak_mib']:.0f} MiB (`make bench`)."
    )


def blocks() -> Mapping[str, str]:
    """Every block of figures by its name."""
    gate = json.loads((RESULTS / "gate.json").read_text())
    return {"scores": scores(gate), "speed": speed(json.loads((RESULTS / "bench.json").read_text()))}


def filled(page: str, values: Mapping[str, str]) -> str:
    """The page with its blocks written anew. Raises KeyError for a block that is not known."""
    return BLOCK.sub(lambda match: f"{match[1]}{values[match['name']]}\n{match[3]}", page)


def main() -> None:
    """Write the pages."""
    values = blocks()
    for page in PAGES:
        page.write_text(filled(page.read_text(encoding="utf-8"), values), encoding="utf-8")


if __name__ == "__main__":
    main()
