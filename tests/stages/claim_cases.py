"""Look claims up by the marked words of a text."""

from __future__ import annotations

from dataclasses import dataclass

from sayso.document.anchor import Anchor
from sayso.document.layer import CLAIMS, ENTITIES, Analysis
from sayso.document.records import Claim
from tests.analysed import analysed
from tests.marked import Marked, marked


@dataclass(frozen=True)
class Case:
    """A marked text and what was made of it."""

    marks: Marked
    analysis: Analysis

    @property
    def claims(self) -> tuple[Claim, ...]:
        return self.analysis[CLAIMS]

    def words(self, *anchors: Anchor) -> str:
        """The anchored words, pieces joined by an ellipsis."""
        return " … ".join(self.analysis.document.words(anchor) for anchor in anchors)

    def said(self, name: str = "content") -> Claim:
        """The claim that lies on the marked words and on hardly anything else; the one with a cue where two do."""
        marks = self.marks.all(name)
        found = [claim for claim in self.claims if self._lies_on(claim, marks)]
        assert found, f"no claim on {self.words(*marks)!r}; there are:\n{self.table()}"
        return max(found, key=lambda claim: (bool(claim.cue), claim.via is not None))

    def _lies_on(self, claim: Claim, marks: tuple[Anchor, ...]) -> bool:
        text = self.analysis.document.characters
        wanted = {i for a in marks for i in range(a.start, a.end) if text[i].isalnum()}
        found = {i for a in claim.content for i in range(a.start, a.end) if text[i].isalnum()}
        found -= {i for a in claim.content for i in range(a.start, a.start + 4) if self.words(a).startswith("that ")}
        return len(wanted & found) >= 0.95 * len(wanted | found)

    def voices(self) -> list[str]:
        """The words of every source, in order, without the outlet's own."""
        return [self.words(claim.source.span) for claim in self.claims if claim.source.span is not None]

    def name(self, claim: Claim) -> str | None:
        """The name of the entity behind a claim."""
        by_id = {entity.id: self.words(entity.name) for entity in self.analysis[ENTITIES]}
        return by_id.get(claim.source.entity or "")

    def table(self) -> str:
        """Every claim on a line."""
        rows = []
        for claim in self.claims:
            source = self.words(claim.source.span) if claim.source.span else claim.source.kind
            rows.append(f"[{source}] <{self.words(*claim.cue)}> {self.words(*claim.content)} ({claim.why.by})")
        return "\n".join(rows)


def case(text: str) -> Case:
    """Analyse a marked text."""
    marks = marked(text)
    return Case(marks, analysed(marks.text))
