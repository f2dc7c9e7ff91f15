"""The routes' handlers, one module for each subject."""
