"""iconv."""
