"""Unattributed answers, until they are opened."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make a table."""
    op.create_table(
        "slips",
        sa.Column("room", sa.String(32), sa.ForeignKey("rooms.id"), nullable=False),
        sa.Column("step", sa.String, nullable=False),
        sa.Column("token", sa.String(40), nullable=False),
        sa.Column("answer", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("room", "step", "token"),
        sqlite_with_rowid=False,
    )
