"""Message digests; each family of algorithms in a module of its own."""
