"""The first schema."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "original",
        sa.Column("sha256", sa.String(), nullable=False, comment="sha256 of the bytes"),
        sa.Column(
            "media_type",
            sa.String(),
            nullable=False,
            comment="what the bytes are: text/plain, text/html, application/json",
        ),
        sa.Column("content", sa.LargeBinary(), nullable=False, comment="the bytes, zlib-compressed"),
        sa.PrimaryKeyConstraint("sha256", name=op.f("pk_original")),
        comment="The bytes texts were read from, untouched.",
    )
    op.create_table(
        "run",
        sa.Column("id", sa.Integer(), nullable=False, comment="number of the run"),
        sa.Column("started", sa.DateTime(), nullable=False, comment="UTC"),
        sa.Column(
            "finished",
            sa.DateTime(),
            nullable=True,
            comment="UTC; null while it runs, and for good where it was cut off",
        ),
        sa.Column("version", sa.String(), nullable=False, comment="version of sayso"),
        sa.Column("pipeline", sa.String(), nullable=False, comment="stages and their versions"),
        sa.Column("settings", sa.JSON(), nullable=False, comment="what the caller stated: paths, date, outlet …"),
        sa.Column("seen", sa.Integer(), nullable=False, comment="texts seen = made + skipped + failed"),
        sa.Column("made", sa.Integer(), nullable=False, comment="documents written"),
        sa.Column("skipped", sa.Integer(), nullable=False, comment="texts left out for a reason that is no fault"),
        sa.Column("failed", sa.Integer(), nullable=False, comment="texts that could not be read or analysed"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_run")),
        comment="Every run of `add`.",
    )
    op.create_table(
        "text",
        sa.Column("id", sa.String(), nullable=False, comment="sha256 of the characters in UTF-8"),
        sa.Column("characters", sa.Text(), nullable=False, comment="the characters every span points into"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_text")),
        comment="Immutable texts, each kept once however many documents carry it.",
    )
    op.create_table(
        "document",
        sa.Column(
            "id", sa.String(), nullable=False, comment="hash of the text and its carrying (outlet, address, date)"
        ),
        sa.Column("text_id", sa.String(), nullable=False, comment="the text it carries"),
        sa.Column("key", sa.String(), nullable=False, comment="the caller's id or the path"),
        sa.Column("title", sa.String(), nullable=True, comment="headline; null where not known"),
        sa.Column("outlet", sa.String(), nullable=True, comment="who published it; null where not known"),
        sa.Column("url", sa.String(), nullable=True, comment="address; null where not known"),
        sa.Column("published", sa.Date(), nullable=True, comment="day of publication; null where not known"),
        sa.Column("published_basis", sa.String(), nullable=False, comment="stated, metadata, guess, given or unknown"),
        sa.Column("language", sa.String(), nullable=True, comment="ISO 639-1; null where not known"),
        sa.Column("original", sa.String(), nullable=True, comment="the bytes it was read from"),
        sa.Column("pipeline", sa.String(), nullable=False, comment="stages and versions that made the analysis"),
        sa.Column("run_id", sa.Integer(), nullable=False, comment="the run that wrote it"),
        sa.Column("words", sa.Integer(), nullable=False, comment="words in the text, parted by white space"),
        sa.Column("form", sa.JSON(), nullable=False, comment="the analysis in format 1, without document.text"),
        sa.ForeignKeyConstraint(["original"], ["original.sha256"], name=op.f("fk_document_original")),
        sa.ForeignKeyConstraint(["run_id"], ["run.id"], name=op.f("fk_document_run_id")),
        sa.ForeignKeyConstraint(["text_id"], ["text.id"], name=op.f("fk_document_text_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_document")),
        comment="One carrying of a text, with its whole analysis.",
    )
    with op.batch_alter_table("document", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_document_outlet"), ["outlet"], unique=False)
        batch_op.create_index(batch_op.f("ix_document_published"), ["published"], unique=False)
        batch_op.create_index(batch_op.f("ix_document_text_id"), ["text_id"], unique=False)

    op.create_table(
        "loss",
        sa.Column("id", sa.Integer(), nullable=False, comment="number of the loss"),
        sa.Column("run_id", sa.Integer(), nullable=False, comment="the run"),
        sa.Column("key", sa.String(), nullable=False, comment="file, or file and line"),
        sa.Column("kind", sa.String(), nullable=False, comment="skipped or failed"),
        sa.Column("code", sa.String(), nullable=False, comment="stable code, see docs/messages.md"),
        sa.Column("message", sa.String(), nullable=False, comment="what, where, and the way out"),
        sa.ForeignKeyConstraint(["run_id"], ["run.id"], name=op.f("fk_loss_run_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_loss")),
        comment="What a run saw and did not keep, with the reason.",
    )
    with op.batch_alter_table("loss", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_loss_run_id"), ["run_id"], unique=False)

    op.create_table(
        "claim",
        sa.Column("document_id", sa.String(), nullable=False, comment="the document it was found in"),
        sa.Column("id", sa.String(), nullable=False, comment="id within the text"),
        sa.Column("position", sa.Integer(), nullable=False, comment="first character of its content"),
        sa.Column("source_kind", sa.String(), nullable=False, comment="named, unnamed, collective, author, none"),
        sa.Column("source_id", sa.String(), nullable=True, comment="entity behind the claim; null where not known"),
        sa.Column("source", sa.String(), nullable=True, comment="words for the source; null where the text gives none"),
        sa.Column(
            "voice",
            sa.String(),
            nullable=True,
            comment="name of the entity behind the claim, else the words for the source",
        ),
        sa.Column("form", sa.String(), nullable=False, comment="direct, indirect, mixed, answer, narration, thought"),
        sa.Column("kind", sa.String(), nullable=True, comment="report, assessment, explanation, forecast, …"),
        sa.Column("polarity", sa.String(), nullable=True, comment="positive, negative, unknown"),
        sa.Column("level", sa.String(), nullable=True, comment="certain, probable, possible, uncommitted"),
        sa.Column("cue", sa.String(), nullable=True, comment="words that attribute it; null where there are none"),
        sa.Column("content", sa.String(), nullable=False, comment="what is said; pieces joined by ' … '"),
        sa.Column("hedges", sa.String(), nullable=True, comment="words that show how sure the source is"),
        sa.Column("via", sa.String(), nullable=True, comment="claim one voice further out"),
        sa.Column("made_by", sa.String(), nullable=False, comment="rule or model that made it"),
        sa.ForeignKeyConstraint(
            ["document_id"], ["document.id"], name=op.f("fk_claim_document_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("document_id", "id", name=op.f("pk_claim")),
        comment="Who says what.",
    )
    with op.batch_alter_table("claim", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_claim_id"), ["id"], unique=False)
        batch_op.create_index(batch_op.f("ix_claim_kind"), ["kind"], unique=False)
        batch_op.create_index(batch_op.f("ix_claim_level"), ["level"], unique=False)
        batch_op.create_index("ix_claim_source", ["document_id", "source_id"], unique=False)

    op.create_table(
        "entity",
        sa.Column("document_id", sa.String(), nullable=False, comment="the document it was found in"),
        sa.Column("id", sa.String(), nullable=False, comment="id within the text"),
        sa.Column(
            "kind", sa.String(), nullable=False, comment="person, organisation, armed-group, government, country, …"
        ),
        sa.Column("name", sa.String(), nullable=False, comment="fullest name in the text"),
        sa.Column("role", sa.String(), nullable=True, comment="words for its role; null where not stated"),
        sa.Column("country", sa.String(), nullable=True, comment="ISO 3166 alpha-3; null where not known"),
        sa.Column("lat", sa.Float(), nullable=True, comment="WGS 84 degrees; null where not located"),
        sa.Column("lon", sa.Float(), nullable=True, comment="WGS 84 degrees; null where not located"),
        sa.ForeignKeyConstraint(
            ["document_id"], ["document.id"], name=op.f("fk_entity_document_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("document_id", "id", name=op.f("pk_entity")),
        comment="Persons, groups and places of a text.",
    )
    op.create_table(
        "event",
        sa.Column("document_id", sa.String(), nullable=False, comment="the document it was found in"),
        sa.Column("id", sa.String(), nullable=False, comment="id within the text"),
        sa.Column("position", sa.Integer(), nullable=False, comment="first character of its trigger"),
        sa.Column("claim_id", sa.String(), nullable=True, comment="innermost claim that holds it"),
        sa.Column("type", sa.String(), nullable=False, comment="PLOVER type, or INCIDENT"),
        sa.Column("mode", sa.String(), nullable=True, comment="PLOVER mode"),
        sa.Column(
            "status",
            sa.String(),
            nullable=False,
            comment="happened, ongoing, planned, expected, hypothetical, denied, unknown",
        ),
        sa.Column("trigger", sa.String(), nullable=False, comment="words that say it happened"),
        sa.Column("place", sa.String(), nullable=True, comment="name of the place; null where not stated"),
        sa.Column("lat", sa.Float(), nullable=True, comment="WGS 84 degrees of the place"),
        sa.Column("lon", sa.Float(), nullable=True, comment="WGS 84 degrees of the place"),
        sa.Column("start", sa.Date(), nullable=True, comment="first day; null where open or not stated"),
        sa.Column("end", sa.Date(), nullable=True, comment="last day; null where open or not stated"),
        sa.Column("made_by", sa.String(), nullable=False, comment="rule, vocabulary entry or model that made it"),
        sa.ForeignKeyConstraint(
            ["document_id"], ["document.id"], name=op.f("fk_event_document_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("document_id", "id", name=op.f("pk_event")),
        comment="What is said to have happened.",
    )
    with op.batch_alter_table("event", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_event_id"), ["id"], unique=False)
        batch_op.create_index(batch_op.f("ix_event_start"), ["start"], unique=False)
        batch_op.create_index(batch_op.f("ix_event_type"), ["type"], unique=False)

    op.create_table(
        "number",
        sa.Column("document_id", sa.String(), nullable=False, comment="the document it was found in"),
        sa.Column("id", sa.String(), nullable=False, comment="id within the text"),
        sa.Column("position", sa.Integer(), nullable=False, comment="first character"),
        sa.Column("words", sa.String(), nullable=False, comment="the number as written"),
        sa.Column("low", sa.Float(), nullable=True, comment="lower end, included; null where open"),
        sa.Column("high", sa.Float(), nullable=True, comment="upper end, included; null where open"),
        sa.Column("counts", sa.String(), nullable=True, comment="words for what is counted; null where not stated"),
        sa.Column("unit", sa.String(), nullable=True, comment="percent, a currency, km …; null for plain counts"),
        sa.ForeignKeyConstraint(
            ["document_id"], ["document.id"], name=op.f("fk_number_document_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("document_id", "id", name=op.f("pk_number")),
        comment="Numbers as ranges, with what they count.",
    )
    op.create_table(
        "about",
        sa.Column("document_id", sa.String(), nullable=False, comment="the document it was found in"),
        sa.Column("claim_id", sa.String(), nullable=False, comment="the claim"),
        sa.Column("entity_id", sa.String(), nullable=False, comment="an entity its content mentions"),
        sa.ForeignKeyConstraint(
            ["document_id", "claim_id"],
            ["claim.document_id", "claim.id"],
            name=op.f("fk_about_document_id_claim_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["document_id", "entity_id"],
            ["entity.document_id", "entity.id"],
            name=op.f("fk_about_document_id_entity_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["document_id"], ["document.id"], name=op.f("fk_about_document_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("document_id", "claim_id", "entity_id", name=op.f("pk_about")),
        comment="What claims are about.",
    )
    op.create_table(
        "name",
        sa.Column("document_id", sa.String(), nullable=False, comment="the document it was found in"),
        sa.Column("entity_id", sa.String(), nullable=False, comment="whose name it is"),
        sa.Column("folded", sa.String(), nullable=False, comment="the name without case and accents"),
        sa.Column("name", sa.String(), nullable=False, comment="the name as it is written"),
        sa.ForeignKeyConstraint(
            ["document_id", "entity_id"],
            ["entity.document_id", "entity.id"],
            name=op.f("fk_name_document_id_entity_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["document_id"], ["document.id"], name=op.f("fk_name_document_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("document_id", "entity_id", "folded", name=op.f("pk_name")),
        comment="Every name an entity goes by in a text, for look-up.",
    )
    with op.batch_alter_table("name", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_name_folded"), ["folded"], unique=False)

    op.create_table(
        "party",
        sa.Column("document_id", sa.String(), nullable=False, comment="the document it was found in"),
        sa.Column("event_id", sa.String(), nullable=False, comment="the event"),
        sa.Column("role", sa.String(), nullable=False, comment="actor or target"),
        sa.Column("entity_id", sa.String(), nullable=False, comment="who"),
        sa.ForeignKeyConstraint(
            ["document_id", "entity_id"],
            ["entity.document_id", "entity.id"],
            name=op.f("fk_party_document_id_entity_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["document_id", "event_id"],
            ["event.document_id", "event.id"],
            name=op.f("fk_party_document_id_event_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["document_id"], ["document.id"], name=op.f("fk_party_document_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("document_id", "event_id", "role", "entity_id", name=op.f("pk_party")),
        comment="Who did it, and to whom.",
    )
    op.execute("CREATE VIRTUAL TABLE claim_words USING fts5(content, document_id UNINDEXED, claim_id UNINDEXED)")
