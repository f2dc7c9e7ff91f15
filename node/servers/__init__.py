"""Starts the servers that a cluster on one machine needs: the system's own where installed, else those from wheels."""
