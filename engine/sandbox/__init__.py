"""Confine this process, one module per kernel mechanism. Imports Python's own library only."""
