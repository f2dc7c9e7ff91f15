"""Syntax tree -> facts about the tree, kept beside it."""
