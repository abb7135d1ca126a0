"""The library: sheets about good practice, copied from meetings."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "sheets",
        sa.Column("id", sa.String(32), primary_key=True),
        sa.Column("place", sa.LargeBinary(32), nullable=False, unique=True),
        sa.Column("at", sa.BigInteger, nullable=False),
        sa.Column("until", sa.BigInteger, nullable=False),
        sa.Column("words", sa.Text, nullable=False),
        sa.Column("sheet", sa.LargeBinary, nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_index("sheets_by_until", "sheets", ["until"])
