"""PostgreSQL: the connection that PDO's driver shares with the functions named pg_*."""
