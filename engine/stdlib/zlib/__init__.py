"""Zlib: the formats of deflate, zlib and gzip."""
