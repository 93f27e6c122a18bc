"""Table of contents: the stages in the order in which a text passes them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sayso.document.layer import Analysis
from sayso.document.records import Note
from sayso.document.text import Document
from sayso.errors import StageError, WiringError
from sayso.models.catalogue import Profile
from sayso.read.outcome import Loss
from sayso.stages import (
    alternatives,
    certainties,
    claims,
    entities,
    event_certainties,
    events,
    kinds,
    links,
    mentions,
    numbers,
    outlooks,
    places,
    sections,
    sentences,
    stances,
    times,
    turns,
)
from sayso.stages.stage import Stage


def stages(profile: Profile = "accurate") -> tuple[Stage[Any], ...]:
    """The stages in order, with the trained models of a profile."""
    return (
        sections.STAGE,  # headline, byline, lead, paragraphs, interview turns, leftovers
        sentences.stage(profile),  # words and the grammar between them
        mentions.STAGE,  # names, descriptions, pronouns
        entities.STAGE,  # which mentions are one person, group, place
        turns.STAGE,  # who asks and who answers
        times.STAGE,  # days and intervals
        numbers.STAGE,  # ranges and what they count
        places.STAGE,  # coordinates
        claims.stage(profile),  # who says what
        kinds.STAGE,  # report, explanation, forecast …
        certainties.STAGE,  # how sure the source is
        events.STAGE,  # what happened, to whom, where, when
        event_certainties.STAGE,  # how sure the innermost voice is of it
        links.stage(profile),  # why
        outlooks.STAGE,  # what next: on what condition, by when, who is to do it
        alternatives.STAGE,  # competing explanations
        stances.STAGE,  # who stands where toward whom
    )


STAGES = stages()


def check_wiring(stages: Sequence[Stage[Any]]) -> None:
    """Raises WiringError where a stage reads what no earlier stage writes, or two write the same layer."""
    written: set[str] = set()
    for stage in stages:
        missing = [key.name for key in stage.reads if key.name not in written]
        if missing:
            raise WiringError(f"{stage.name} reads {', '.join(missing)}, which no stage before it writes")
        if stage.name in written:
            raise WiringError(f"two stages write {stage.name}")
        written.add(stage.name)


def fingerprint(stages: Sequence[Stage[Any]] = STAGES) -> str:
    """The stages, their versions and models, for the run record: `sections-1 … claims-4(attribution-accurate-1) …`."""
    return " ".join(f"{s.name}-{s.version}({s.model})" if s.model else f"{s.name}-{s.version}" for s in stages)


def analyse(document: Document, stages: Sequence[Stage[Any]] = STAGES) -> Analysis:
    """Pass a document through the stages. A text that is not in English is kept and left unanalysed, with a note.

    Raises StageError where a stage fails.
    """
    analysis = Analysis(document, notes=_notes_on_carrying(document))
    if document.language not in (None, "en"):
        return analysis
    for stage in stages:
        try:
            analysis = stage.run(analysis)
        except Exception as error:
            raise StageError(stage.name, error) from error
    return analysis


def attempt(item: Document | Loss, stages: Sequence[Stage[Any]] = STAGES) -> Analysis | Loss:
    """`analyse`, but a fault in one document becomes a Loss, so that it never stops a run."""
    if isinstance(item, Loss):
        return item
    try:
        return analyse(item, stages)
    except StageError as error:
        return Loss(item.key, "failed", "stage", f"{item.key}: {error}; please report this with the text")


def _notes_on_carrying(document: Document) -> tuple[Note, ...]:
    notes = [Note("bad-field", doubt) for doubt in document.doubts]
    if document.published is None:
        notes.append(
            Note(
                "date-unknown",
                "No date of publication is known, so relative times stay open; give --published.",
            )
        )
    if document.language not in (None, "en"):
        notes.append(Note("language", f"The text is in {document.language!r}; only English is analysed so far."))
    return tuple(notes)


check_wiring(STAGES)
