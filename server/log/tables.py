"""The tables of the log. `migrations/` brings a data file to this shape."""

from sqlalchemy import (
    BigInteger,
    Column,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
)

metadata = MetaData()

rooms = Table(
    "rooms",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("code", String(6), nullable=False, unique=True),
    Column("epoch", String(32), nullable=False),
    Column("prepared", BigInteger, nullable=False),
    Column("forget_at", BigInteger),
    Index("rooms_by_forget_at", "forget_at"),
)

events = Table(
    "events",
    metadata,
    Column("room", String(32), ForeignKey("rooms.id"), nullable=False),
    Column("position", Integer, nullable=False),
    Column("at", BigInteger, nullable=False),
    Column("by", String(32)),
    Column("command", String(64)),
    Column("version", Integer, nullable=False),
    Column("event", LargeBinary, nullable=False),
    PrimaryKeyConstraint("room", "position"),
    Index("events_by_command", "room", "command", "by"),
    sqlite_with_rowid=False,
)

# Only the hash of a key is kept: a copy of the data file opens no door.
keys = Table(
    "keys",
    metadata,
    Column("room", String(32), ForeignKey("rooms.id"), nullable=False),
    Column("hash", LargeBinary(32), nullable=False),
    Column("member", String(32), nullable=False),
    PrimaryKeyConstraint("room", "hash"),
    sqlite_with_rowid=False,
)

# Answers that nothing links to a member: no time, no author, no command, no order. Once they are
# opened they are in an event, and no longer here.
slips = Table(
    "slips",
    metadata,
    Column("room", String(32), ForeignKey("rooms.id"), nullable=False),
    Column("step", String, nullable=False),
    Column("token", String(40), nullable=False),
    Column("answer", LargeBinary, nullable=False),
    PrimaryKeyConstraint("room", "step", "token"),
    sqlite_with_rowid=False,
)

# What was sealed, word for word, and with the salts that hide what is withheld from a copy.
records = Table(
    "records",
    metadata,
    Column("room", String(32), ForeignKey("rooms.id"), nullable=False),
    Column("edition", Integer, nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    PrimaryKeyConstraint("room", "edition"),
    sqlite_with_rowid=False,
)

# What was erased, when and why, and nothing of what it was. It outlives the room.
receipts = Table(
    "receipts",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("at", BigInteger, nullable=False),
    Column("receipt", LargeBinary, nullable=False),
    sqlite_with_rowid=False,
)

# The library: copies of sheets about good practice, apart from their rooms and without members.
sheets = Table(
    "sheets",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("place", LargeBinary(32), nullable=False, unique=True),
    Column("at", BigInteger, nullable=False),
    Column("until", BigInteger, nullable=False),
    Column("words", Text, nullable=False),
    Column("sheet", LargeBinary, nullable=False),
    Index("sheets_by_until", "until"),
    sqlite_with_rowid=False,
)

# Made from the events and thrown away at will: only how fast a room comes back depends on them.
snapshots = Table(
    "snapshots",
    metadata,
    Column("room", String(32), ForeignKey("rooms.id"), primary_key=True),
    Column("position", Integer, nullable=False),
    Column("made_by", String, nullable=False),
    Column("state", LargeBinary, nullable=False),
)

# What all nodes on one database have in common and nobody else may know.
secrets = Table(
    "secrets",
    metadata,
    Column("name", String(32), primary_key=True),
    Column("value", LargeBinary, nullable=False),
)
