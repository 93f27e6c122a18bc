"""The nested set: news texts written for sayso, each attribution with the voice that passes it on (`via`).

A text is an entry `{id, title, text, claims}` of a YAML list, and a claim one of `{id, via, source, cue, content,
voice, kind, type}` in it, outer ones before those that they pass on. `source`, `cue` and `content` (a string each, or a
list of pieces) are words of the text, in PolNeAR's conventions. Words that stand there more than once say which they
are, from 1: `the agency#2`. Within a longer word they do not count ("he" is not in "the"). An inner claim lies wholly
inside the content of the one it is passed on by.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from sayso.document.anchor import Anchor

FOLDER = Path(__file__).parent / "sets" / "nested"
ROLES = ("source", "cue", "content")
FIELDS = frozenset({"id", "via", *ROLES, "voice", "kind", "type"})
KINDS = frozenset({"named", "unnamed", "collective"})
NUMBERED = re.compile(r"(?P<words>.*)#(?P<number>\d+)", re.DOTALL)


class BadSetError(ValueError):
    """An annotation cannot be trusted: words that are not in their text or not told apart, or a `via` that is none."""


@dataclass(frozen=True)
class Attribution:
    """Who says what in a text. `via` is the id of the claim one voice further out; `source` may be empty.

    `voice` (who it is at last), `kind` and `type` are given by annotated ones only.
    """

    id: str
    source: tuple[Anchor, ...]
    cue: tuple[Anchor, ...]
    content: tuple[Anchor, ...]
    via: str | None = None
    voice: str | None = None
    kind: str | None = None
    type: str | None = None


Chain = tuple[Attribution, ...]
"""Claims, the outermost first; each but the first is passed on by the one before it."""


@dataclass(frozen=True)
class Passage:
    """A text and everything that is said in it."""

    id: str
    title: str | None
    text: str
    claims: tuple[Attribution, ...]

    def chains(self) -> tuple[Chain, ...]:
        """Each innermost claim with all that pass it on, where there is more than one voice."""
        by_id = {claim.id: claim for claim in self.claims}
        outer = {claim.via for claim in self.claims}
        inner = (claim for claim in self.claims if claim.id not in outer and claim.via is not None)
        return tuple(_chain(claim, by_id) for claim in inner)


def _chain(inner: Attribution, by_id: Mapping[str, Attribution]) -> Chain:
    chain = [inner]
    while chain[-1].via is not None:
        chain.append(by_id[chain[-1].via])
    return tuple(reversed(chain))


def load(path: Path) -> tuple[Passage, ...]:
    """The texts of a set, in its order. Raises BadSetError, naming text, claim and words."""
    entries = yaml.safe_load(path.read_text(encoding="utf-8"))
    if not isinstance(entries, list) or not all(isinstance(e, dict) and {"id", "text"} <= e.keys() for e in entries):
        raise BadSetError(f"{path.name} is no list of texts, each with an id and a text")
    passages = tuple(_passage(entry) for entry in entries)
    if twice := _twice([passage.id for passage in passages]):
        raise BadSetError(f"{path.name} has two texts {twice}")
    return passages


def _passage(entry: Mapping[str, Any]) -> Passage:
    name, text = str(entry["id"]), str(entry["text"])
    claims: dict[str, Attribution] = {}
    for given in entry.get("claims") or ():
        claim = _claim(name, text, given)
        if claim.id in claims:
            raise BadSetError(f"{name} has two claims {claim.id}")
        if claim.via is not None:
            _check_inside(name, text, claim, claims)
        claims[claim.id] = claim
    return Passage(name, entry.get("title"), text, tuple(claims.values()))


def _claim(name: str, text: str, given: Mapping[str, Any]) -> Attribution:
    where = f"{name} {given.get('id', '(a claim without id)')}"
    if unknown := sorted(given.keys() - FIELDS):
        raise BadSetError(f"{where}: no field is called {', '.join(unknown)}")
    if missing := [field for field in ("id", "cue", "content") if not given.get(field)]:
        raise BadSetError(f"{where} has no {' and no '.join(missing)}")
    if given.get("kind") not in {None, *KINDS}:
        raise BadSetError(f"{where}: no kind is called {given['kind']!r}")
    source, cue, content = (_anchors(where, text, given.get(role)) for role in ROLES)
    via, voice, kind, type_ = (given.get(field) for field in ("via", "voice", "kind", "type"))
    return Attribution(str(given["id"]), source, cue, content, via, voice, kind, type_)


def _anchors(where: str, text: str, given: object) -> tuple[Anchor, ...]:
    pieces = given if isinstance(given, list) else [] if given is None else [given]
    return tuple(found(where, text, str(words)) for words in pieces)


def found(where: str, text: str, written: str) -> Anchor:
    """Where words stand. Raises BadSetError where they do not, or stand there more often than the annotation says."""
    numbered = NUMBERED.fullmatch(written)
    words, number = (numbered["words"], int(numbered["number"])) if numbered else (written, None)
    before = r"(?<!\w)" if words[:1].isalnum() else ""
    after = r"(?!\w)" if words[-1:].isalnum() else ""
    starts = [match.start() for match in re.finditer(f"{before}(?={re.escape(words)}{after})", text)]
    if not words or not starts:
        raise BadSetError(f"{where}: not in the text: {words!r}")
    if number is None and len(starts) > 1:
        raise BadSetError(f"{where}: {len(starts)} times in the text, say which (#1 …): {words!r}")
    if number is not None and not 1 <= number <= len(starts):
        raise BadSetError(f"{where}: there is no #{number}, only {len(starts)} in the text: {words!r}")
    start = starts[(number or 1) - 1]
    return Anchor(start, start + len(words))


def _check_inside(name: str, text: str, claim: Attribution, above: Mapping[str, Attribution]) -> None:
    outer = above.get(claim.via or "")
    if outer is None:
        raise BadSetError(f"{name} {claim.id}: no claim above it is called {claim.via}")
    for mark in (*claim.source, *claim.cue, *claim.content):
        if not any(piece.covers(mark) for piece in outer.content):
            raise BadSetError(f"{name} {claim.id}: not inside the content of {claim.via}: {mark.words(text)!r}")


def _twice(names: list[str]) -> str | None:
    return next((name for at, name in enumerate(names) if name in names[:at]), None)
