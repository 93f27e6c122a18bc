"""Voices inside voices, on our own nested set (see nested_set.py): does a chain of them come out whole.

    python -m benchmarks.nested --texts SET             ids and texts only, to annotate them once more without looking
    python -m benchmarks.nested --agreement SET SET     how far two annotations of the same texts agree

SET is `dev`, `test` or a file. A claim of ours *matches* an annotated one where their cues overlap, IoU of the
content's words is .5 or more, and so is Dice of the source's words (both without a source will do): `whole` of the
scorer that `attribution` is scored with. Our claims that share a cue are one, as there. An interview answer counts as
said by its label, with the label's colon as its cue; what the outlet says itself is left out.

- chains_complete: of the chains of two voices or more, those in which claims of ours match every claim, each passed on
  by the match of the one before it, with none of ours between
- links_right: the same for each single `via`
- whole_f1: all claims, inner ones too, one to one
- via_precision: of our `via` from one matched claim to another, and of those of a claim that matches one without a
  `via`, those that are annotated
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import yaml

from benchmarks import attribution
from benchmarks.measure import Measure, Scores, f1
from benchmarks.nested_set import FOLDER, Attribution, BadSetError, Chain, Passage, load
from sayso.document.anchor import Anchor
from sayso.document.codec import spans
from sayso.document.layer import CLAIMS, SECTIONS, Analysis
from sayso.document.records import Claim, Section
from sayso.pipeline import analyse

SETS: Mapping[str, Path] = {name: FOLDER / f"{name}.yaml" for name in ("dev", "test")}
Link = tuple[int, int]
"""An inner claim and the one it is passed on by, as places in a list of claims."""


@cache
def scorer() -> ModuleType:
    """The shared scorer, loaded once."""
    return attribution.scorer()


def predicted(analysis: Analysis) -> tuple[Attribution, ...]:
    """Our claims as they would be annotated."""
    cues = dict(_cues(analysis))
    joined: dict[tuple[Anchor, ...], list[Claim]] = {}
    for claim in analysis[CLAIMS]:
        if claim.id in cues:
            joined.setdefault(cues[claim.id], []).append(claim)
    first = {claim: joined[cue][0].id for claim, cue in cues.items()}
    return tuple(_joined(cue, claims, first) for cue, claims in joined.items())


def _joined(cue: tuple[Anchor, ...], claims: Sequence[Claim], first: Mapping[str, str]) -> Attribution:
    """Claims that share a cue as one; `first` is the id of the one that each claim is part of."""
    source, name = claims[0].source.span, claims[0].id
    content = tuple(sorted({piece for claim in claims for piece in claim.content}))
    outer = (first.get(claim.via, name) for claim in claims if claim.via is not None)
    via = next((other for other in outer if other != name), None)
    return Attribution(name, (source,) if source is not None else (), cue, content, via)


def _cues(analysis: Analysis) -> Iterator[tuple[str, tuple[Anchor, ...]]]:
    """The cue of each claim that has one, by its id: an answer has its label's last character."""
    labels = _labels(analysis[SECTIONS])
    for claim in analysis[CLAIMS]:
        if claim.cue:
            yield claim.id, claim.cue
        elif claim.form == "answer":
            home = next((s for s in analysis[SECTIONS] if s.anchor.covers(claim.content[0])), None)
            label = labels.get(home.turn) if home is not None else None
            if label is not None:
                yield claim.id, (Anchor(label.end - 1, label.end),)


def _labels(sections: Iterable[Section]) -> dict[int | None, Anchor]:
    """The label of each turn that has one."""
    return {s.turn: s.label for s in sections if s.label is not None and s.turn is not None}


@dataclass(frozen=True)
class Compared:
    """Claims held against annotated ones, each by its place.

    `matches` are the pairs (claim, annotated claim) that match; `whole` counts those right one to one, the claims, and
    the annotated claims.
    """

    passage: Passage
    claims: tuple[Attribution, ...]
    matches: frozenset[tuple[int, int]]
    whole: tuple[int, int, int]

    def complete(self, chain: Chain) -> bool:
        """Claims match every claim of the chain, each passed on by the match of the one before."""
        gold = {claim.id: place for place, claim in enumerate(self.passage.claims)}
        ours = self._of(gold[chain[0].id])
        for inner in chain[1:]:
            ours = {i for i, o in links(self.claims) if o in ours and (i, gold[inner.id]) in self.matches}
        return bool(ours)

    def right(self) -> frozenset[Link]:
        """The annotated links that claims of ours have too."""
        return frozenset(
            link for link in links(self.passage.claims) if any(self._same(our, link) for our in self.judged())
        )

    def judged(self) -> tuple[Link, ...]:
        """Our links that the annotation speaks of: both ends match a claim, or the inner one matches an outermost."""
        alone = {place for place, claim in enumerate(self.passage.claims) if claim.via is None}
        known = {our for our, _ in self.matches}
        outermost = {our for our, gold in self.matches if gold in alone}
        return tuple((i, o) for i, o in links(self.claims) if i in known and (o in known or i in outermost))

    def true(self) -> int:
        """How many of the judged links are annotated."""
        gold = links(self.passage.claims)
        return sum(any(self._same(our, link) for link in gold) for our in self.judged())

    def _of(self, gold: int) -> set[int]:
        return {our for our, other in self.matches if other == gold}

    def _same(self, our: Link, gold: Link) -> bool:
        return (our[0], gold[0]) in self.matches and (our[1], gold[1]) in self.matches


def links(claims: Sequence[Attribution]) -> tuple[Link, ...]:
    """Every `via`."""
    places = {claim.id: place for place, claim in enumerate(claims)}
    return tuple((place, places[claim.via]) for place, claim in enumerate(claims) if claim.via is not None)


def compared(passage: Passage, claims: Sequence[Attribution]) -> Compared:
    """Hold claims against those of the passage."""
    text = scorer().Text(passage.text)
    ours = [scorer().Att(text, _plain(claim)) for claim in claims]
    gold = [scorer().Att(text, _plain(claim)) for claim in passage.claims]
    pairs = ((o, g) for o in range(len(ours)) for g in range(len(gold)))
    matches = frozenset((o, g) for o, g in pairs if _match(ours[o], gold[g]))
    right = sum(pair in matches for pair in scorer().align(ours, gold))
    return Compared(passage, tuple(claims), matches, (right, len(ours), len(gold)))


def _match(our: Any, gold: Any) -> bool:
    return bool(scorer().link_ok(our, gold) and scorer().source_ok(our, gold, False))


def _plain(claim: Attribution) -> dict[str, Any]:
    return {"id": claim.id, "source": spans(claim.source), "cue": spans(claim.cue), "content": spans(claim.content)}


def scores(results: Iterable[Compared]) -> Scores:
    """The scores over all texts; the items are the chains."""
    n: Counter[str] = Counter()
    for result in results:
        chains = result.passage.chains()
        n["chains"] += len(chains)
        n["complete"] += sum(map(result.complete, chains))
        n["links"] += len(links(result.passage.claims))
        n["right"] += len(result.right())
        n["judged"] += len(result.judged())
        n["true"] += result.true()
        n.update(dict(zip(("whole", "ours", "gold"), result.whole, strict=True)))
    values = {
        "chains_complete": n["complete"] / max(1, n["chains"]),
        "links_right": n["right"] / max(1, n["links"]),
        "whole_f1": f1(n["whole"], n["ours"], n["gold"]),
        "via_precision": n["true"] / max(1, n["judged"]),
    }
    return Scores(n["chains"], values)


def read(passage: Passage) -> Compared:
    """Analyse a text of the set and hold what we find against its annotation."""
    line = {"id": passage.id, "text": passage.text, "title": passage.title}
    return compared(passage, predicted(analyse(attribution.document(line))))


def score(corpus: Path) -> Scores:
    """The scores of the pipeline on a set."""
    return scores(map(read, load(corpus)))


def _measure(name: str, path: Path) -> Measure:
    about = f"our nested set, {name} half: chains of two voices or more (the items), their links, and all claims"
    return Measure(f"nested_{name}", path, score, about, needs=(attribution.SCORER,))


DEV, TEST = (_measure(name, path) for name, path in SETS.items())
MEASURES = (DEV, TEST)


def bare(passages: Iterable[Passage]) -> str:
    """A set without its annotation, as YAML."""
    listed = [{"id": passage.id, "text": passage.text} for passage in passages]
    return yaml.dump(listed, Dumper=_Blocks, allow_unicode=True, sort_keys=False, width=120)


class _Blocks(yaml.SafeDumper):
    """Writes strings of several lines as they are."""


_Blocks.add_representer(
    str,
    lambda dumper, text: dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if "\n" in text else None),
)


def agreement(one: Sequence[Passage], other: Sequence[Passage]) -> str:
    """How far the second annotation agrees with the first. Raises BadSetError where a text is not the same in both."""
    others = {passage.id: passage for passage in other}
    pairs = [(passage, others[passage.id]) for passage in one if passage.id in others]
    for first, second in pairs:
        if first.text.strip() != second.text.strip():
            raise BadSetError(f"{first.id} is not the same text in both annotations")
    held = [compared(first, second.claims) for first, second in pairs]
    whole = [sum(column) for column in zip(*(result.whole for result in held), strict=True)] or [0, 0, 0]
    common = sum(len(result.right()) for result in held)
    every = [sum(len(links(passage.claims)) for passage in side) for side in zip(*pairs, strict=True)] or [0, 0]
    return (
        f"{len(pairs)} texts, {whole[2]} and {whole[1]} claims: whole F1 {f1(*whole):.3f}\n"
        f"{every[0]} and {every[1]} via links, {common} in common: {f1(common, *every):.3f}"
    )


def main(arguments: list[str]) -> int:
    """The command line."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.nested", description=(__doc__ or "").split("\n")[0])
    task = parser.add_mutually_exclusive_group(required=True)
    task.add_argument("--texts", metavar="SET", help="print ids and texts only")
    task.add_argument("--agreement", nargs=2, metavar="SET", help="compare two annotations of the same texts")
    given = parser.parse_args(arguments)
    if given.texts is not None:
        print(bare(_named(given.texts)), end="")
    else:
        print(agreement(*map(_named, given.agreement)))
    return 0


def _named(name: str) -> tuple[Passage, ...]:
    return load(SETS.get(name, Path(name)))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
