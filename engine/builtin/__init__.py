"""How a Python function becomes a PHP function: declared, read, bound, collected."""
