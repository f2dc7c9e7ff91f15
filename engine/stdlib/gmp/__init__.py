"""GMP: whole numbers of any size, on Python's own."""
