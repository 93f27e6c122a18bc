"""When what is said takes place, how far the source trusts its grounds, who keeps away; how sure one is of an event.

Claims and events of before have none of it: null.
"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

TENSE = "past, present, future; null where the verbs do not tell"


def upgrade() -> None:
    for table, name, comment in (
        ("claim", "tense", TENSE),
        ("claim", "confidence", "low, moderate, high: trust in the grounds of a judgement; null where not stated"),
        ("claim", "distance", "words by which whoever passes it on keeps away from it"),
        ("event", "polarity", "positive, negative, unknown, to the innermost voice"),
        ("event", "level", "certain, probable, possible, uncommitted"),
        ("event", "tense", TENSE),
    ):
        op.add_column(table, sa.Column(name, sa.String(), nullable=True, comment=comment))
