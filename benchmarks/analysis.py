"""How sure, why, which alternatives, what next, where they stand: on our analysis set (see analysis_set.py).

    python -m benchmarks.analysis SET [--wrong HEADING]     the scores; with a heading, what is wrong under it
    python -m benchmarks.analysis --texts SET               the texts only, to annotate them once more without looking
    python -m benchmarks.analysis --agreement SET SET       the scores of the second annotation held against the first

SET is `dev`, `test` or a file. Words are runs of letters and digits; entries that `may` be there count on no side. A
claim is about a unit where it has 60% of the unit's words and they are 30% of its own (the dossier's rule), or the
other way round (a unit told in two claims).

- kinds_macro_f1: mean F1 over the seven kinds, of the nearest claim about each unit; `kinds_KIND_f1` of each. A unit
  about which there is no claim (`kinds_found`: those with one) is missed. `kinds_accuracy` over all units
- certainty_accuracy: units with level and polarity right; `certainty_marked_accuracy` of those that are not plainly
  certain and positive; `certainty_plain_accuracy` is what "always certain and positive" gets. likelihood_accuracy: of
  the units with likelihood words those whose ranges overlap (bands of ICD 203); a range of ours for a unit without any
  hedge is wrong, for one with another hedge ("may") it is not judged. confidence_accuracy alike
- links_p, _r, _f1: both ends reach Dice .5 (with all their words, or with one piece of an end that is marked in
  pieces), one to one, whatever the kind; links_kind: pairs whose kind is right too
- alternatives_complete: sets found with all their options (alike by the dossier's rule, one to one);
  alternatives_precision: of ours, those that share two options or more with an annotated set. Of the sets so found,
  exclusive and (where the text has one) question are right
- forecast_found: annotated forecasts about which there is a claim of that kind; forecast_with_condition: those whose
  condition reaches Dice .5 as well, or that have none on both sides; conditional_forecasts: the former alone;
  recommendation_found alike. outcome (Dice .5), horizon_f1, addressee_f1 (words shared) over all entries, found or not
- stances_p, _r, _f1: holder, target (actor or act) and value are right; stances_any_value_r: holder and target alone
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from statistics import fmean

from benchmarks.analysis_match import Held, holding
from benchmarks.analysis_second import as_read, bare
from benchmarks.analysis_set import FOLDER, HEADINGS, KINDS, Passage, load
from benchmarks.dossier_match import Json, Reading
from benchmarks.expectations import BadExpectationError
from benchmarks.measure import Measure, Scores, f1
from sayso.document.codec import encode
from sayso.document.text import Document, Text
from sayso.pipeline import analyse

SETS: Mapping[str, Path] = {name: FOLDER / f"{name}.yaml" for name in ("dev", "more", "unseen", "test")}


def read(passage: Passage) -> Json:
    """What the program reads in a text, in format 1."""
    return encode(
        analyse(
            Document(
                Text(passage.text),
                key=passage.id,
                title=passage.title,
                published=passage.published,
                published_basis="given" if passage.published else "unknown",
                language="en",
            )
        )
    )


def compared(pairs: Iterable[tuple[Passage, Json]]) -> tuple[Held, ...]:
    """Every text held against what was read in it."""
    return tuple(held for passage, found in pairs for held in holding(passage, Reading(found)))


def scores(results: Iterable[Held]) -> Scores:
    """The scores over all texts; the items are the units of `kinds`."""
    n: Counter[str] = Counter()
    for result in results:
        n.update(result.counts)
    items = sum(n[f"kinds.gold.{kind}"] for kind in KINDS)
    return Scores(
        items, {**_kinds(n, items), **_certainty(n), **_links(n), **_alternatives(n), **_forecasts(n), **_stances(n)}
    )


def _part(n: Counter[str], right: str, every: str) -> float:
    return n[right] / max(1, n[every])


def _prf(n: Counter[str], heading: str) -> dict[str, float]:
    right, ours, gold = (n[f"{heading}.{name}"] for name in ("right", "ours", "gold"))
    return {
        f"{heading}_p": right / max(1, ours),
        f"{heading}_r": right / max(1, gold),
        f"{heading}_f1": f1(right, ours, gold),
    }


def _kinds(n: Counter[str], items: int) -> dict[str, float]:
    each = {
        f"kinds_{kind}_f1": f1(n[f"kinds.right.{kind}"], n[f"kinds.ours.{kind}"], n[f"kinds.gold.{kind}"])
        for kind in KINDS
    }
    right = sum(n[f"kinds.right.{kind}"] for kind in KINDS)
    return {
        "kinds_macro_f1": fmean(each.values()),
        "kinds_accuracy": right / max(1, items),
        "kinds_found": n["kinds.found"] / max(1, items),
        **each,
    }


def _certainty(n: Counter[str]) -> dict[str, float]:
    return {
        "certainty_accuracy": _part(n, "certainty.right", "certainty.all"),
        "certainty_marked_accuracy": _part(n, "certainty.marked_right", "certainty.marked"),
        "certainty_plain_accuracy": 1 - _part(n, "certainty.marked", "certainty.all"),
        "certainty_level_accuracy": _part(n, "certainty.level", "certainty.all"),
        "certainty_polarity_accuracy": _part(n, "certainty.polarity", "certainty.all"),
        "likelihood_accuracy": _part(n, "certainty.likelihood_right", "certainty.likelihood"),
        "confidence_accuracy": _part(n, "certainty.confidence_right", "certainty.confidence"),
    }


def _links(n: Counter[str]) -> dict[str, float]:
    return {**_prf(n, "links"), "links_kind": _part(n, "links.kind", "links.paired")}


def _alternatives(n: Counter[str]) -> dict[str, float]:
    found = "alternatives.right"
    return {
        "alternatives_complete": _part(n, "alternatives.complete", "alternatives.gold"),
        "alternatives_precision": _part(n, found, "alternatives.ours"),
        "alternatives_exclusive": _part(n, "alternatives.exclusive", found),
        "alternatives_question": _part(n, "alternatives.question", "alternatives.asked"),
    }


def _forecasts(n: Counter[str]) -> dict[str, float]:
    parts = {
        f"{role}_f1": f1(*(n[f"forecasts.{role}_{side}"] for side in ("right", "ours", "gold")))
        for role in ("horizon", "addressee")
    }
    return {
        "forecast_found": _part(n, "forecasts.forecast_found", "forecasts.forecast"),
        "forecast_with_condition": _part(n, "forecasts.with_condition", "forecasts.forecast"),
        "conditional_forecasts": _part(n, "forecasts.conditional_right", "forecasts.conditional"),
        "recommendation_found": _part(n, "forecasts.recommendation_found", "forecasts.recommendation"),
        "outcome": _part(n, "forecasts.outcome_right", "forecasts.outcome"),
        **parts,
    }


def _stances(n: Counter[str]) -> dict[str, float]:
    return {**_prf(n, "stances"), "stances_any_value_r": _part(n, "stances.holder_and_target", "stances.gold")}


def score(corpus: Path) -> Scores:
    """The scores of the program on a half."""
    return scores(compared((passage, read(passage)) for passage in load(corpus)))


def _measure(name: str, path: Path) -> Measure:
    about = f"our analysis set, {name}: kinds of units (the items), how sure, why, alternatives, forecasts, stances"
    return Measure(f"analysis_{name}", path, score, about)


MEASURES = tuple(_measure(name, path) for name, path in SETS.items())


def agreement(first: Iterable[Passage], second: Iterable[Passage]) -> Scores:
    """The second annotation held against the first. Raises BadExpectationError where a text is not the same in both."""
    others = {passage.id: passage for passage in second}
    pairs = [(passage, others[passage.id]) for passage in first if passage.id in others]
    for one, other in pairs:
        if one.text != other.text:
            raise BadExpectationError(f"{one.id} is not the same text in both annotations")
    return scores(compared((one, as_read(other)) for one, other in pairs))


def _shown(found: Scores) -> Iterator[str]:
    yield f"{found.items} units"
    for name, value in found.values.items():
        yield f"{name:28} {value:.3f}"


def main(arguments: list[str]) -> int:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.analysis", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("set", nargs="?", help="dev, test or a file: print the scores on it")
    parser.add_argument("--wrong", choices=list(HEADINGS), action="append", default=[], help="list what is wrong here")
    parser.add_argument("--texts", metavar="SET", help="print ids and texts only")
    parser.add_argument("--agreement", nargs=2, metavar="SET", help="compare two annotations of the same texts")
    given = parser.parse_args(arguments)
    if given.texts is not None:
        print(bare(_named(given.texts)), end="")
    elif given.agreement is not None:
        print("\n".join(_shown(agreement(*map(_named, given.agreement)))))
    elif given.set is not None:
        results = compared((passage, read(passage)) for passage in _named(given.set))
        print("\n".join(_shown(scores(results))))
        print("\n".join(line for result in results for heading, line in result.wrong if heading in given.wrong))
    else:
        parser.error("name a set")
    return 0


def _named(name: str) -> tuple[Passage, ...]:
    return load(SETS.get(name, Path(name)))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
