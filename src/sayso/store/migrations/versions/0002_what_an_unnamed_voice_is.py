"""What an unnamed voice is, and whom a voice speaks for. Claims of before have neither: null."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    for name, comment in (
        ("source_type", "what an unnamed voice is: official, resident, document, …"),
        ("organisation_id", "entity the source speaks for; null where not known"),
        ("organisation", "name of that entity"),
    ):
        op.add_column("claim", sa.Column(name, sa.String(), nullable=True, comment=comment))
