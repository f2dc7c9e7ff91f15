"""Postgres: the node's own tables, and the sessions that scripts' PDO and pg_* use."""
