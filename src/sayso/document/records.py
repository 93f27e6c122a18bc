"""The records: what sayso finds in a text. Each is frozen, rests on anchors and says why it was made.

`None` always means *not known* or *not stated*. Whether something was looked at at all is told by the presence of
its layer (see `layer.py`). Ids are hashes of what a record rests on: same text, same words, same id.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from sayso.document.anchor import Anchor
from sayso.document.text import Text, digest

SectionKind = Literal[
    "headline",
    "byline",
    "dateline",
    "lead",
    "paragraph",
    "question",
    "answer",
    "caption",
    "boilerplate",
    "insertion",
]
WITHOUT_SENTENCES: frozenset[SectionKind] = frozenset({"boilerplate", "insertion", "dateline", "byline"})
"""Sections that are no running text: nothing in them is parsed or quoted."""
EntityKind = Literal[
    "person", "organisation", "armed-group", "government", "country", "place", "facility", "people", "other"
]
MentionForm = Literal["name", "nominal", "pronoun", "metonym"]
SourceKind = Literal["named", "unnamed", "collective", "author", "none"]
ClaimForm = Literal["direct", "indirect", "mixed", "answer", "narration", "thought"]
Kind = Literal["report", "assessment", "explanation", "forecast", "recommendation", "aim", "question"]
Polarity = Literal["positive", "negative", "unknown"]
Level = Literal["certain", "probable", "possible", "uncommitted"]
Tense = Literal["past", "present", "future"]
Confidence = Literal["low", "moderate", "high"]
Status = Literal["happened", "ongoing", "planned", "expected", "hypothetical", "denied", "unknown"]
StanceValue = Literal["supports", "opposes", "blames", "praises", "neutral"]
LinkKind = Literal["cause", "response", "enables", "prevents", "purpose", "condition", "despite"]


def record_id(prefix: str, text: Text, *rests_on: object) -> str:
    """A stable id such as `c_5f2e9a01b3c4`: a hash of the text and of what the record rests on."""
    return f"{prefix}_{digest(text.id, *rests_on)[:12]}"


class RecordError(ValueError):
    """A record does not say what it must: what made it, or, of a claim, what is claimed."""


@dataclass(frozen=True, slots=True)
class Why:
    """What made a record: `rule:claims.according-to`, `lexicon:certainty.apparently`, `model:attribution-1`, …

    `score` is a calibrated probability, given by models only; rules have none. Raises RecordError where `by` is blank.
    """

    by: str
    score: float | None = None

    def __post_init__(self) -> None:
        if not self.by.strip():
            raise RecordError("a record must say what made it")


@dataclass(frozen=True, slots=True)
class Note:
    """Something a reader of the results should know: a stable `code` (docs/messages.md) and a `message` for people."""

    code: str
    message: str
    anchor: Anchor | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the page. Sections do not overlap, but for insertions ("(banned in Russia)"), which lie inside others.

    `anchor` is the part without its `label`; `label` is the mark before it ("- ", "Q: ", "Remizov: "), if any.
    `turn` numbers the interview turns of a text from 0; all paragraphs of one answer share a number.
    """

    id: str
    anchor: Anchor
    kind: SectionKind
    why: Why
    label: Anchor | None = None
    turn: int | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that stand for somebody or something. `head` carries it: "president" in "the old president"."""

    id: str
    anchor: Anchor
    head: Anchor
    form: MentionForm
    kind: EntityKind | None
    why: Why


@dataclass(frozen=True, slots=True)
class Entity:
    """All mentions of one person, group, place … in a text. `name` and `role` are words of the text.

    `mentions` are ids of mentions in the order of the text. `country` is an ISO 3166 alpha-3 code, derived from
    the names' table (never from a polygon).
    """

    id: str
    kind: EntityKind
    name: Anchor
    mentions: tuple[str, ...]
    why: Why
    role: Anchor | None = None
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Turn:
    """Who speaks one interview turn (see `Section.turn`). `speaker` is None where the text does not say."""

    turn: int
    role: Literal["question", "answer"]
    speaker: str | None
    named: Anchor | None
    """The words that name the speaker: the label, or the name in the lead."""
    why: Why


@dataclass(frozen=True, slots=True)
class Time:
    """A time expression. `start` and `end` are inclusive days, None where open. `basis` says how it was resolved."""

    id: str
    anchor: Anchor
    timex3: str
    """TIMEX3 value: 2016-12-12, 2016-W49-WE, P2D, PRESENT_REF …"""
    kind: Literal["date", "time", "duration", "set"]
    start: date | None
    end: date | None
    basis: str
    why: Why


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as a range. None for a side that is open ("at least 49" is 49..None). Both sides count as included."""

    id: str
    anchor: Anchor
    low: float | None
    high: float | None
    counts: Anchor | None
    """The words for what is counted ("fighters"); None where the text does not say."""
    exact: bool
    why: Why
    unit: str | None = None
    """`percent`, a currency code, `km`, …; None for plain counts."""


@dataclass(frozen=True, slots=True)
class Location:
    """Where an entity lies. Coordinates are degrees (WGS 84); all None where the gazetteer lacks the name."""

    entity: str
    anchor: Anchor
    """The name that was looked up."""
    lat: float | None
    lon: float | None
    geonames: int | None
    kind: str | None
    """city, province, country, region, sea …"""
    precision_km: float | None
    country: str | None
    why: Why


@dataclass(frozen=True, slots=True)
class Source:
    """The voice behind a claim. `span` is None for the author and where no source is given.

    `type` says what a voice is that is not named (`official`, `resident`, `document` …: an id of
    vocabulary/sources.yaml), of a named one only that it is a medium or a document. `organisation` is the entity that
    it speaks for; None where that is not told, and where the source is the body itself.
    """

    kind: SourceKind
    span: Anchor | None = None
    entity: str | None = None
    type: str | None = None
    organisation: str | None = None


@dataclass(frozen=True, slots=True)
class Claim:
    """Somebody's statement, belief or wish. `via` is the claim one voice further out, which passes this one on."""

    id: str
    source: Source
    cue: tuple[Anchor, ...]
    content: tuple[Anchor, ...]
    form: ClaimForm
    why: Why
    via: str | None = None


@dataclass(frozen=True, slots=True)
class Certainty:
    """How sure the *source* of a claim is of its content, by the words in `basis` (empty: no hedge, no negation).

    `likelihood` is the surveyed range of the likelihood words, or the number that the source gives, 0..1; None where
    neither is there. `tense` is that of what is said, as its verbs tell; None where they do not, or differ.
    `confidence` is how far the source trusts the grounds of its judgement, by the words in `confidence_basis` (ICD 203:
    apart from likelihood, and never mixed with it).
    `distance` are the words by which whoever passes the claim on keeps away from it; they change nothing of the rest.
    """

    claim: str
    polarity: Polarity
    level: Level
    likelihood: tuple[float, float] | None
    basis: tuple[Anchor, ...]
    why: tuple[Why, ...]
    tense: Tense | None = None
    confidence: Confidence | None = None
    confidence_basis: tuple[Anchor, ...] = ()
    distance: tuple[Anchor, ...] = ()


@dataclass(frozen=True, slots=True)
class ClaimKind:
    """What a claim does: report, assess, explain, forecast, recommend, state an aim, ask."""

    claim: str
    kind: Kind
    basis: tuple[Anchor, ...]
    why: Why


@dataclass(frozen=True, slots=True)
class Outlook:
    """What a forecast, recommendation, aim or question looks ahead to.

    `outcome` are the words for what would count as come true, without condition, horizon and reason; empty for
    questions. `condition` are the words of the conditions without their `signal` ("if", "unless"). `horizon` is the id
    of the time by or in which it is to come; `addressee` the entity that is urged or asked, `addressed` the words
    for it (also where they stand for no entity). `likelihood` is the surveyed range, 0..1, for the outcome as its
    words put it: "will probably not sail" is likely. None and empty: not stated.
    """

    claim: str
    outcome: tuple[Anchor, ...]
    condition: tuple[Anchor, ...]
    signal: tuple[Anchor, ...]
    horizon: str | None
    until: date | None
    """The last day of the horizon; a length of time is counted from publication. None where not known."""
    addressee: str | None
    addressed: Anchor | None
    likelihood: tuple[float, float] | None
    why: tuple[Why, ...]


@dataclass(frozen=True, slots=True)
class Territory:
    """A place changing hands; entity ids."""

    place: str
    to: str | None = None
    from_: str | None = None


@dataclass(frozen=True, slots=True)
class Event:
    """Something that (reportedly) happened. `claim` is the innermost claim whose content holds the trigger.

    Entity, time and quantity ids come from the same clause as the trigger or are resolved to it; empty or None
    means the text does not state it there.
    """

    id: str
    claim: str | None
    trigger: tuple[Anchor, ...]
    type: str
    mode: str | None
    actors: tuple[str, ...]
    targets: tuple[str, ...]
    place: str | None
    time: str | None
    numbers: tuple[str, ...]
    status: Status
    why: Why
    territory: Territory | None = None


@dataclass(frozen=True, slots=True)
class EventCertainty:
    """How sure the innermost voice is that an event takes place; the fields are those of `Certainty`."""

    event: str
    polarity: Polarity
    level: Level
    likelihood: tuple[float, float] | None
    basis: tuple[Anchor, ...]
    why: tuple[Why, ...]
    tense: Tense | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """A claimed connection. The `from_` end brings about, answers, serves … the `to` end.

    Direction: cause -> effect, provocation -> response, means -> purpose, condition -> consequence,
    obstacle -> what happens despite it. Refs are ids of an event or a claim at that end.
    """

    id: str
    kind: LinkKind
    from_: tuple[Anchor, ...]
    to: tuple[Anchor, ...]
    signal: tuple[Anchor, ...]
    claim: str | None
    why: Why
    from_ref: str | None = None
    to_ref: str | None = None
    implicit: bool = False


@dataclass(frozen=True, slots=True)
class Alternative:
    """Explanations or outcomes offered together. `options` are claim ids; `spans` their words, in the same order."""

    id: str
    options: tuple[str, ...]
    spans: tuple[tuple[Anchor, ...], ...]
    exclusive: bool
    signal: tuple[Anchor, ...]
    why: Why
    about: str | None = None
    question: tuple[Anchor, ...] = ()


@dataclass(frozen=True, slots=True)
class Stance:
    """Where somebody stands: `from_` approves, opposes, blames … an actor or an act, by the words in `basis`.

    `holder` are the words for who holds it; `from_` is None where they stand for nobody known ("many people"). `to` is
    None where the words `toward` which it is stand for no actor known. `act` is the event that the stance is toward.
    `claim` is the claim that tells it: the holder's own, or that of whoever tells of it.
    """

    id: str
    from_: str | None
    holder: Anchor
    to: str | None
    toward: tuple[Anchor, ...]
    act: str | None
    value: StanceValue
    claim: str | None
    basis: tuple[Anchor, ...]
    why: Why
