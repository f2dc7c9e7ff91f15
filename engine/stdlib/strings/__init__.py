"""Strings. PHP strings are byte strings: lengths and offsets count bytes."""
