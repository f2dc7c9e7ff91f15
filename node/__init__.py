"""One stateless execution node: HTTP in front, a pool of confined executors behind."""
