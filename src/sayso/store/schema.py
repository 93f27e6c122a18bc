"""The tables, with the meaning of every column. Changes go through a migration (see `migrations/`).

The truth is `text`, `original` and `document.form` (format 1 without the text). All other tables are derived from
it in the same transaction, for questions, and can be made again from it.
"""

from __future__ import annotations

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Date,
    DateTime,
    Float,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
)

METADATA = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _of_document() -> Column[str]:
    return Column(
        "document_id",
        String,
        ForeignKey("document.id", ondelete="CASCADE"),
        primary_key=True,
        comment="the document it was found in",
    )


def _of(table: str, column: str) -> ForeignKeyConstraint:
    return ForeignKeyConstraint(["document_id", column], [f"{table}.document_id", f"{table}.id"], ondelete="CASCADE")


TEXT = Table(
    "text",
    METADATA,
    Column("id", String, primary_key=True, comment="sha256 of the characters in UTF-8"),
    Column("characters", Text, nullable=False, comment="the characters every span points into"),
    comment="Immutable texts, each kept once however many documents carry it.",
)

ORIGINAL = Table(
    "original",
    METADATA,
    Column("sha256", String, primary_key=True, comment="sha256 of the bytes"),
    Column("media_type", String, nullable=False, comment="what the bytes are: text/plain, text/html, application/json"),
    Column("content", LargeBinary, nullable=False, comment="the bytes, zlib-compressed"),
    comment="The bytes texts were read from, untouched.",
)

RUN = Table(
    "run",
    METADATA,
    Column("id", Integer, primary_key=True, comment="number of the run"),
    Column("started", DateTime, nullable=False, comment="UTC"),
    Column("finished", DateTime, comment="UTC; null while it runs, and for good where it was cut off"),
    Column("version", String, nullable=False, comment="version of sayso"),
    Column("pipeline", String, nullable=False, comment="stages and their versions"),
    Column("settings", JSON, nullable=False, comment="what the caller stated: paths, date, outlet …"),
    Column("seen", Integer, nullable=False, comment="texts seen = made + skipped + failed"),
    Column("made", Integer, nullable=False, comment="documents written"),
    Column("skipped", Integer, nullable=False, comment="texts left out for a reason that is no fault"),
    Column("failed", Integer, nullable=False, comment="texts that could not be read or analysed"),
    comment="Every run of `add`.",
)

LOSS = Table(
    "loss",
    METADATA,
    Column("id", Integer, primary_key=True, comment="number of the loss"),
    Column("run_id", Integer, ForeignKey("run.id", ondelete="CASCADE"), nullable=False, index=True, comment="the run"),
    Column("key", String, nullable=False, comment="file, or file and line"),
    Column("kind", String, nullable=False, comment="skipped or failed"),
    Column("code", String, nullable=False, comment="stable code, see docs/messages.md"),
    Column("message", String, nullable=False, comment="what, where, and the way out"),
    comment="What a run saw and did not keep, with the reason.",
)

DOCUMENT = Table(
    "document",
    METADATA,
    Column("id", String, primary_key=True, comment="hash of the text and its carrying (outlet, address, date)"),
    Column("text_id", String, ForeignKey("text.id"), nullable=False, index=True, comment="the text it carries"),
    Column("key", String, nullable=False, comment="the caller's id or the path"),
    Column("title", String, comment="headline; null where not known"),
    Column("outlet", String, index=True, comment="who published it; null where not known"),
    Column("url", String, comment="address; null where not known"),
    Column("published", Date, index=True, comment="day of publication; null where not known"),
    Column("published_basis", String, nullable=False, comment="stated, metadata, guess, given or unknown"),
    Column("language", String, comment="ISO 639-1; null where not known"),
    Column("original", String, ForeignKey("original.sha256"), comment="the bytes it was read from"),
    Column("pipeline", String, nullable=False, comment="stages and versions that made the analysis"),
    Column("run_id", Integer, ForeignKey("run.id"), nullable=False, comment="the run that wrote it"),
    Column("words", Integer, nullable=False, comment="words in the text, parted by white space"),
    Column("form", JSON, nullable=False, comment="the analysis in format 1, without document.text"),
    comment="One carrying of a text, with its whole analysis.",
)

ENTITY = Table(
    "entity",
    METADATA,
    _of_document(),
    Column("id", String, primary_key=True, comment="id within the text"),
    Column("kind", String, nullable=False, comment="person, organisation, armed-group, government, country, …"),
    Column("name", String, nullable=False, comment="fullest name in the text"),
    Column("role", String, comment="words for its role; null where not stated"),
    Column("country", String, comment="ISO 3166 alpha-3; null where not known"),
    Column("lat", Float, comment="WGS 84 degrees; null where not located"),
    Column("lon", Float, comment="WGS 84 degrees; null where not located"),
    comment="Persons, groups and places of a text.",
)

NAME = Table(
    "name",
    METADATA,
    _of_document(),
    Column("entity_id", String, primary_key=True, comment="whose name it is"),
    Column("folded", String, primary_key=True, index=True, comment="the name without case and accents"),
    Column("name", String, nullable=False, comment="the name as it is written"),
    _of("entity", "entity_id"),
    comment="Every name an entity goes by in a text, for look-up.",
)

CLAIM = Table(
    "claim",
    METADATA,
    _of_document(),
    Column("id", String, primary_key=True, index=True, comment="id within the text"),
    Column("position", Integer, nullable=False, comment="first character of its content"),
    Column("source_kind", String, nullable=False, comment="named, unnamed, collective, author, none"),
    Column("source_id", String, comment="entity behind the claim; null where not known"),
    Column("source", String, comment="words for the source; null where the text gives none"),
    Column("source_type", String, comment="what an unnamed voice is: official, resident, document, …"),
    Column("organisation_id", String, comment="entity the source speaks for; null where not known"),
    Column("organisation", String, comment="name of that entity"),
    Column("voice", String, comment="name of the entity behind the claim, else the words for the source"),
    Column("form", String, nullable=False, comment="direct, indirect, mixed, answer, narration, thought"),
    Column("kind", String, index=True, comment="report, assessment, explanation, forecast, …"),
    Column("polarity", String, comment="positive, negative, unknown"),
    Column("level", String, index=True, comment="certain, probable, possible, uncommitted"),
    Column("cue", String, comment="words that attribute it; null where there are none"),
    Column("content", String, nullable=False, comment="what is said; pieces joined by ' … '"),
    Column("hedges", String, comment="words that show how sure the source is"),
    Column("tense", String, comment="past, present, future; null where the verbs do not tell"),
    Column(
        "confidence",
        String,
        comment="low, moderate, high: trust in the grounds of a judgement; null where not stated",
    ),
    Column("distance", String, comment="words by which whoever passes it on keeps away from it"),
    Column("via", String, comment="claim one voice further out"),
    Column("made_by", String, nullable=False, comment="rule or model that made it"),
    Column(
        "outcome",
        String,
        comment="words for what would count as come true; null where the claim looks at nothing ahead",
    ),
    Column(
        "condition",
        String,
        comment="words of its condition with what makes them one (if, unless); null where none",
    ),
    Column("horizon", String, comment="words for the time by or in which it is to come; null where not stated"),
    Column("until", Date, comment="last day of that time; null where not known"),
    Column(
        "addressee",
        String,
        comment="who is urged or asked: name of the entity, else the words; null where not stated",
    ),
    Column("likely_low", Float, comment="likelihood of the outcome, 0..1, lower end; null where no word tells"),
    Column("likely_high", Float, comment="likelihood of the outcome, 0..1, upper end"),
    Index("ix_claim_source", "document_id", "source_id"),
    comment="Who says what.",
)

ABOUT = Table(
    "about",
    METADATA,
    _of_document(),
    Column("claim_id", String, primary_key=True, comment="the claim"),
    Column("entity_id", String, primary_key=True, comment="an entity its content mentions"),
    _of("claim", "claim_id"),
    _of("entity", "entity_id"),
    comment="What claims are about.",
)

EVENT = Table(
    "event",
    METADATA,
    _of_document(),
    Column("id", String, primary_key=True, index=True, comment="id within the text"),
    Column("position", Integer, nullable=False, comment="first character of its trigger"),
    Column("claim_id", String, comment="innermost claim that holds it"),
    Column("type", String, nullable=False, index=True, comment="PLOVER type, or INCIDENT"),
    Column("mode", String, comment="PLOVER mode"),
    Column(
        "status", String, nullable=False, comment="happened, ongoing, planned, expected, hypothetical, denied, unknown"
    ),
    Column("polarity", String, comment="positive, negative, unknown, to the innermost voice"),
    Column("level", String, comment="certain, probable, possible, uncommitted"),
    Column("tense", String, comment="past, present, future; null where the verbs do not tell"),
    Column("trigger", String, nullable=False, comment="words that say it happened"),
    Column("place", String, comment="name of the place; null where not stated"),
    Column("lat", Float, comment="WGS 84 degrees of the place"),
    Column("lon", Float, comment="WGS 84 degrees of the place"),
    Column("start", Date, index=True, comment="first day; null where open or not stated"),
    Column("end", Date, comment="last day; null where open or not stated"),
    Column("made_by", String, nullable=False, comment="rule, vocabulary entry or model that made it"),
    comment="What is said to have happened.",
)

PARTY = Table(
    "party",
    METADATA,
    _of_document(),
    Column("event_id", String, primary_key=True, comment="the event"),
    Column("role", String, primary_key=True, comment="actor or target"),
    Column("entity_id", String, primary_key=True, comment="who"),
    _of("event", "event_id"),
    _of("entity", "entity_id"),
    comment="Who did it, and to whom.",
)

STANCE = Table(
    "stance",
    METADATA,
    _of_document(),
    Column("id", String, primary_key=True, comment="id within the text"),
    Column("position", Integer, nullable=False, comment="first character of the words that show it"),
    Column("holder_id", String, comment="entity who holds it; null where not known"),
    Column("holder", String, nullable=False, comment="name of that entity, else the words for who holds it"),
    Column("holder_named", Boolean, nullable=False, comment="the text calls the holder by a name"),
    Column("value", String, nullable=False, comment="supports, opposes, blames, praises, neutral"),
    Column("target_id", String, comment="actor it is toward; null where not known"),
    Column("target", String, comment="name of that actor"),
    Column("target_named", Boolean, nullable=False, comment="the text calls the actor by a name"),
    Column("toward", String, nullable=False, comment="words for the actor or act it is toward"),
    Column("event_id", String, comment="event it is toward; null where none is known"),
    Column("basis", String, nullable=False, comment="words that show it; pieces joined by ' … '"),
    Column("claim_id", String, comment="claim that tells it"),
    Column("made_by", String, nullable=False, comment="vocabulary entry that made it"),
    comment="Who approves, opposes, blames or praises whom or what.",
)

NUMBER = Table(
    "number",
    METADATA,
    _of_document(),
    Column("id", String, primary_key=True, comment="id within the text"),
    Column("position", Integer, nullable=False, comment="first character"),
    Column("words", String, nullable=False, comment="the number as written"),
    Column("low", Float, comment="lower end, included; null where open"),
    Column("high", Float, comment="upper end, included; null where open"),
    Column("counts", String, comment="words for what is counted; null where not stated"),
    Column("unit", String, comment="percent, a currency, km …; null for plain counts"),
    comment="Numbers as ranges, with what they count.",
)

RESOLUTION = Table(
    "resolution",
    METADATA,
    Column("id", Integer, primary_key=True, comment="number of the resolution, in the order they were made"),
    Column("claim_id", String, nullable=False, index=True, comment="the claim; it may be gone after a new reading"),
    Column("outcome", String, nullable=False, comment="yes, no, partly; undone where it takes one back"),
    Column("undoes", Integer, ForeignKey("resolution.id"), comment="the resolution that is taken back"),
    Column("evidence", String, comment="claim that shows it; null where none is named"),
    Column("note", String, comment="what the person adds"),
    Column("person", String, comment="who says so; null where not stated"),
    Column("made", DateTime, nullable=False, comment="UTC"),
    Column("content", String, nullable=False, comment="what the claim said then"),
    Column("key", String, nullable=False, comment="key of the document it stood in then"),
    comment="What a person says became of a forecast. Rows are only ever added.",
)
