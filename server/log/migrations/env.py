"""Runs migrations on the connection that `server.log.migrate` hands over."""

from alembic import context

from server.log.tables import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
context.run_migrations()
