"""What is to come, and what a person says became of it. Claims of before have no outlook: null.

Resolutions are only ever added: the file itself refuses to change one or to take one away.
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    for name, kind, comment in (
        (
            "outcome",
            sa.String(),
            "words for what would count as come true; null where the claim looks at nothing ahead",
        ),
        ("condition", sa.String(), "words of its condition with what makes them one (if, unless); null where none"),
        ("horizon", sa.String(), "words for the time by or in which it is to come; null where not stated"),
        ("until", sa.Date(), "last day of that time; null where not known"),
        ("addressee", sa.String(), "who is urged or asked: name of the entity, else the words; null where not stated"),
        ("likely_low", sa.Float(), "likelihood of the outcome, 0..1, lower end; null where no word tells"),
        ("likely_high", sa.Float(), "likelihood of the outcome, 0..1, upper end"),
    ):
        op.add_column("claim", sa.Column(name, kind, nullable=True, comment=comment))
    op.create_table(
        "resolution",
        sa.Column("id", sa.Integer(), nullable=False, comment="number of the resolution, in the order they were made"),
        sa.Column("claim_id", sa.String(), nullable=False, comment="the claim; it may be gone after a new reading"),
        sa.Column("outcome", sa.String(), nullable=False, comment="yes, no, partly; undone where it takes one back"),
        sa.Column("undoes", sa.Integer(), nullable=True, comment="the resolution that is taken back"),
        sa.Column("evidence", sa.String(), nullable=True, comment="claim that shows it; null where none is named"),
        sa.Column("note", sa.String(), nullable=True, comment="what the person adds"),
        sa.Column("person", sa.String(), nullable=True, comment="who says so; null where not stated"),
        sa.Column("made", sa.DateTime(), nullable=False, comment="UTC"),
        sa.Column("content", sa.String(), nullable=False, comment="what the claim said then"),
        sa.Column("key", sa.String(), nullable=False, comment="key of the document it stood in then"),
        sa.ForeignKeyConstraint(["undoes"], ["resolution.id"], name=op.f("fk_resolution_undoes")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_resolution")),
        comment="What a person says became of a forecast. Rows are only ever added.",
    )
    with op.batch_alter_table("resolution", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_resolution_claim_id"), ["claim_id"], unique=False)
    for deed in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER resolution_no_{deed.lower()} BEFORE {deed} ON resolution "
            "BEGIN SELECT RAISE(ABORT, 'a resolution is never changed or taken away'); END"
        )
