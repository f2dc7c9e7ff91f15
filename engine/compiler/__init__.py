"""Syntax tree and facts -> Python code. One module per chapter of the language reference lowers its nodes."""
