"""PHP source text to syntax tree: lexer, LALR grammar and its built tables, nodes, visitors."""
