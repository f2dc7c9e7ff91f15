"""Keeps nginx's list of nodes true. Imports nothing of ours: it speaks HTTP to nodes and Redis to whoever registers."""
