"""Variable handling: types, dumps, serialization."""
