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
    """One line of the README's table: which score of which measure, on how many of what, beside what others reach."""

    what: str
    measure: str
    score: str
    data: str
    """Set and what its items are."""
    others: str = "-"


ROWS: Sequence[Row] = (
    Row(
        "who says what: source, cue and content right together (F1)",
        "attribution",
        "whole_f1",
        "PolNeAR dev, attributions",
        "Citron retrained on the same train half .506",
    ),
    Row(
        "… found where a verb of reporting introduces it (recall)",
        "attribution",
        "recall_reporting_cue",
        "the same",
        "best peer .637, people .907 *",
    ),
    Row(
        "… found where a belief, wish or decree does (recall)",
        "attribution",
        "recall_other_cue",
        "the same",
        "people .588 *",
    ),
    Row(
        "… found of direct quotations (recall)",
        "attribution",
        "recall_direct",
        "the same",
        "best peer .65, people .948 *",
    ),
    Row("the same with the fast profile (F1)", "attribution_fast", "whole_f1", "the same"),
    Row(
        'chains of voices complete ("A quoted B as saying that C denied")',
        "nested_dev",
        "chains_complete",
        "our nested set, development half, chains",
    ),
    Row("… in texts written apart", "nested_test", "chains_complete", "our nested set, test half, chains"),
    Row("times found (F1)", "times_tempeval3", "relaxed_f1", "TempEval-3 dev, times", "HeidelTime .907 *"),
    Row("times given the right value (F1)", "times_tempeval3", "value_f1", "the same", "HeidelTime .781 *"),
    Row("… in Wikinews", "times_meantime", "value_f1", "MEANTIME dev, times", "HeidelTime .815 *"),
    Row(
        "places put within 161 km, names given",
        "places_given",
        "acc161",
        "GeoVirus dev, names",
        "largest namesake .618 *",
    ),
    Row("places found and put within 161 km (F1)", "places", "f1", "the same"),
    Row("numbers found (F1)", "numbers", "f1", "MEANTIME dev, values"),
    Row("names found (F1)", "entities", "names_f1", "GUM dev, news and interviews, names"),
    Row("pronouns given the right person (precision)", "entities", "pronouns_precision", "the same texts"),
    Row(
        "events given the right PLOVER type (macro-F1)",
        "events",
        "type_macro_f1",
        "PLOVER records dev, sentences",
        "NGEC .521 on its own set",
    ),
    Row(
        "how sure: certainty x polarity of events (macro-F1)",
        "certainty",
        "macro_f1",
        "MEANTIME dev, events",
        "always certain .113",
    ),
    Row(
        "how sure: correlation with readers' judgement (r)",
        "factuality",
        "r",
        "UW factuality dev, events",
        "linear model, trained elsewhere .478",
    ),
    Row(
        "why: sentences that tell a cause (F1)",
        "links",
        "sentence_f1",
        "Causal News Corpus dev, sentences",
        "always yes .705, BERT-base .863",
    ),
    Row("… of those said to tell one, those that do (precision)", "links", "sentence_p", "the same"),
    Row(
        "… causes, effects and signals with their bounds (F1, a wrong bound being one error)",
        "links",
        "spans_fair_f1",
        "the same",
        "baseline of the corpus' makers .627",
    ),
    Row(
        "what a statement does, of seven kinds (macro-F1)",
        "analysis_test",
        "kinds_macro_f1",
        "our analysis set, test half written apart, statements",
    ),
    Row("… in rare wordings that nobody opened", "analysis_unseen", "kinds_macro_f1", "its unseen part, statements"),
    Row(
        "forecasts found with their condition",
        "analysis_test",
        "forecast_with_condition",
        "our analysis set, test half written apart, statements",
    ),
    Row(
        "… in rare wordings that nobody opened",
        "analysis_unseen",
        "forecast_with_condition",
        "its unseen part, statements",
    ),
    Row(
        "competing explanations or outcomes found, all of them",
        "analysis_test",
        "alternatives_complete",
        "our analysis set, test half written apart, statements",
    ),
    Row(
        "… in rare wordings that nobody opened",
        "analysis_unseen",
        "alternatives_complete",
        "its unseen part, statements",
    ),
    Row(
        "who stands where toward whom (F1)",
        "analysis_test",
        "stances_f1",
        "our analysis set, test half written apart, statements",
    ),
    Row("… in rare wordings that nobody opened", "analysis_unseen", "stances_f1", "its unseen part, statements"),
    Row(
        "expectations met that a text must meet",
        "dossier",
        "must",
        "sample dossier, expectations of three grades",
    ),
)


def figure(value: float) -> str:
    """Three digits without the leading zero, as the field prints them."""
    return f"{value:.3f}".removeprefix("0")


def scores(gate: Mapping[str, Any]) -> str:
    """The table of quality."""
    lines = ["| | sayso | others | measured on |", "|---|---|---|---|"]
    for row in ROWS:
        taken = gate[row.measure]
        items = "" if row.data.startswith("the same") else f" ({taken['items']:,})"
        lines.append(f"| {row.what} | **{figure(taken[row.score])}** | {row.others} | {row.data}{items} |")
    return "\n".join(
        [*lines, "", "\\* on the test half of the set, which we leave alone; we measure on the development half."]
    )


def speed(bench: Mapping[str, Any]) -> str:
    """The sentence about speed and memory."""
    own, fast, bare = bench["accurate"], bench["fast"], bench["bare spaCy small"]
    return (
        f"The whole pipeline runs at {bench['ratios']['accurate']:.2f} of the speed of spaCy's bare small English"
        f" pipeline, with `--profile fast` at {bench['ratios']['fast']:.2f} ({own['words_per_cpu_second']:,.0f} and"
        f" {fast['words_per_cpu_second']:,.0f} against {bare['words_per_cpu_second']:,.0f} words per CPU-second in the"
        f" same run, {own['words']:,.0f} words); it needs {own['peak_mib']:.0f} MiB, or {fast['peak_mib']:.0f}"
        " (`make bench`)."
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
