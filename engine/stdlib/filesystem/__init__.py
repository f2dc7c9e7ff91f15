"""The script's own files: names, contents, directories, streams."""
