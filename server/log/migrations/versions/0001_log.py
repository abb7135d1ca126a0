"""The log: rooms, their events, and the hashes of their members' keys."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the three tables."""
    op.create_table(
        "rooms",
        sa.Column("id", sa.String(32), primary_key=True),
        sa.Column("code", sa.String(6), nullable=False, unique=True),
        sa.Column("epoch", sa.String(32), nullable=False),
        sa.Column("prepared", sa.BigInteger, nullable=False),
    )
    op.create_table(
        "events",
        sa.Column("room", sa.String(32), sa.ForeignKey("rooms.id"), nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("at", sa.BigInteger, nullable=False),
        sa.Column("by", sa.String(32)),
        sa.Column("command", sa.String(64)),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("event", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("room", "position"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "keys",
        sa.Column("room", sa.String(32), sa.ForeignKey("rooms.id"), nullable=False),
        sa.Column("hash", sa.LargeBinary(32), nullable=False),
        sa.Column("member", sa.String(32), nullable=False),
        sa.PrimaryKeyConstraint("room", "hash"),
        sqlite_with_rowid=False,
    )
