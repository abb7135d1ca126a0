"""What is PostgreSQL's own way of keeping a log."""

from collections.abc import Sequence
from typing import Any

from psycopg import Connection, OperationalError
from psycopg.abc import RV, PQGen
from psycopg.pq import TransactionStatus
from psycopg.rows import TupleRow
from sqlalchemy import URL, Engine, create_engine, event

from server.log.appends import COLUMNS, Append

# How long the server may take to let somebody in, and for one statement (s).
PATIENCE = 5.0

# One statement is one round trip, and a transaction of its own. The rooms come in the same order
# at each node, so that two nodes cannot each wait for what the other has.
_APPEND = f"""
INSERT INTO events ({", ".join(COLUMNS)})
SELECT {", ".join(COLUMNS)} FROM unnest(
  %s::int[], %s::text[], %s::int[], %s::bigint[], %s::text[], %s::text[], %s::int[], %s::bytea[]
) AS given (after, {", ".join(COLUMNS)})
WHERE after = (SELECT max(position) FROM events WHERE events.room = given.room)
ORDER BY room, position
RETURNING room
"""


def append(engine: Engine, appends: Sequence[Append]) -> set[str]:
    """Append what fits, in one transaction; return the rooms of which it did."""
    rows = [(append.after, *row) for append in appends for row in append.rows]
    columns = tuple(map(list, zip(*rows, strict=True)))
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        return set(connection.exec_driver_sql(_APPEND, columns).scalars())


class Hurried(Connection[TupleRow]):
    """A connection that gives up when the server does not answer, even one that hangs.

    The server ends a slow statement itself. This is for when it cannot do that either.
    """

    def wait(self, gen: PQGen[RV], interval: float = 0.1, timeout: float | None = None) -> RV:
        """Wait for the server, but not for ever; a connection that was given up is closed."""
        try:
            return super().wait(gen, interval, timeout or PATIENCE * 1.5)
        except OperationalError:
            if self.pgconn.transaction_status == TransactionStatus.ACTIVE:
                self.close()
            raise


def engine(url: URL, connections: int, hurried: bool) -> Engine:
    """Return an engine; a hurried one gives up what takes longer than `PATIENCE`."""
    limit = f"-c statement_timeout={int(PATIENCE * 1000)}" if hurried else ""
    made = create_engine(
        url.set(drivername="postgresql+psycopg"),
        pool_size=connections,
        max_overflow=0,
        connect_args={
            "connect_timeout": int(PATIENCE),
            # An acknowledged action has to survive a power cut, whatever the server's own setting.
            "options": f"{url.query.get('options', '')} -c synchronous_commit=on {limit}",
            # A line to a machine that is gone is noticed, also while nothing is sent on it.
            "keepalives_idle": 5,
            "keepalives_interval": 2,
            "keepalives_count": 3,
            "tcp_user_timeout": int(PATIENCE * 1000),
        },
        hide_parameters=True,  # an error may reach a log: what people wrote must not
    )
    if hurried:
        event.listen(made, "do_connect", _connect)
    return made


def _connect(_: Any, __: Any, arguments: Any, options: Any) -> Hurried:
    return Hurried.connect(*arguments, **options)
