"""What compiled code calls that is no operator, function or class of its own; `compiler/runtime_names.py` lists it."""
