"""Data filtering."""
