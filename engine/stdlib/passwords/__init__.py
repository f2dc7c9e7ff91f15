"""Password hashing and crypt()."""
