"""Sealed records, receipts of what was erased, and when a room is to be forgotten."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Make two tables, and add to the one of rooms."""
    op.create_table(
        "records",
        sa.Column("room", sa.String(32), sa.ForeignKey("rooms.id"), nullable=False),
        sa.Column("edition", sa.Integer, nullable=False),
        sa.Column("sealed", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("room", "edition"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "receipts",
        sa.Column("id", sa.String(32), primary_key=True),
        sa.Column("at", sa.BigInteger, nullable=False),
        sa.Column("receipt", sa.LargeBinary, nullable=False),
        sqlite_with_rowid=False,
    )
    op.add_column("rooms", sa.Column("forget_at", sa.BigInteger))
    op.create_index("rooms_by_forget_at", "rooms", ["forget_at"])
