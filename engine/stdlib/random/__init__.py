"""Random numbers: generators, what is drawn from them, and their classes."""
