"""Calendar: dates of one calendar in another."""
