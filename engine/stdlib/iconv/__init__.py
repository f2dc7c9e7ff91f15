"""iconv: character sets under glibc's names."""
