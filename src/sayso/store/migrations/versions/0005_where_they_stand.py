"""Who stands where toward whom. Documents of before have no stances; adding them again makes them."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    op.create_table(
        "stance",
        sa.Column("document_id", sa.String(), nullable=False, comment="the document it was found in"),
        sa.Column("id", sa.String(), nullable=False, comment="id within the text"),
        sa.Column("position", sa.Integer(), nullable=False, comment="first character of the words that show it"),
        sa.Column("holder_id", sa.String(), nullable=True, comment="entity who holds it; null where not known"),
        sa.Column(
            "holder", sa.String(), nullable=False, comment="name of that entity, else the words for who holds it"
        ),
        sa.Column("holder_named", sa.Boolean(), nullable=False, comment="the text calls the holder by a name"),
        sa.Column("value", sa.String(), nullable=False, comment="supports, opposes, blames, praises, neutral"),
        sa.Column("target_id", sa.String(), nullable=True, comment="actor it is toward; null where not known"),
        sa.Column("target", sa.String(), nullable=True, comment="name of that actor"),
        sa.Column("target_named", sa.Boolean(), nullable=False, comment="the text calls the actor by a name"),
        sa.Column("toward", sa.String(), nullable=False, comment="words for the actor or act it is toward"),
        sa.Column("event_id", sa.String(), nullable=True, comment="event it is toward; null where none is known"),
        sa.Column("basis", sa.String(), nullable=False, comment="words that show it; pieces joined by ' … '"),
        sa.Column("claim_id", sa.String(), nullable=True, comment="claim that tells it"),
        sa.Column("made_by", sa.String(), nullable=False, comment="vocabulary entry that made it"),
        sa.ForeignKeyConstraint(
            ["document_id"], ["document.id"], name=op.f("fk_stance_document_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("document_id", "id", name=op.f("pk_stance")),
        comment="Who approves, opposes, blames or praises whom or what.",
    )
