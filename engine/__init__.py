"""PHP source in, output out. Knows nothing of HTTP, Redis or Postgres."""
