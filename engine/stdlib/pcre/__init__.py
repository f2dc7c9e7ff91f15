"""Regular expressions (Perl-compatible)."""
