"""Syntax tree -> a better tree. One rule, one file."""
