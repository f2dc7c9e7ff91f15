"""Multibyte strings: the encodings mbstring knows, and the functions on texts in them."""
