"""The process that runs scripts, and the frames in which the node talks to it."""
