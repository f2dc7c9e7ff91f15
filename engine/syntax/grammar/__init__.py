"""The LALR grammar, one module per chapter of the language reference; PHP's own grammar, production by production.

Actions are written as PLY wants them (`p[0] = …`), but `tables.py` compiles them to plain functions over the parser's
stack. An action may therefore say only `p[n]`, `p[0] = …` as its last statement, `p.lineno(n)`, and in an empty
production `p.doc_comment()`; alternatives that differ in more than their terminals are functions of their own.
"""

from __future__ import annotations

from typing import Any, Optional, Protocol


class Production(Protocol):
    """What an action sees of the rule that is being reduced."""

    # Any: the types of a rule's symbols differ from position to position.
    def __getitem__(self, position: int) -> Any: ...

    def __setitem__(self, position: int, value: object) -> None: ...

    def lineno(self, position: int) -> int:
        """Line of a symbol's first token; of the next token when the symbol is empty."""

    def doc_comment(self) -> Optional[str]:
        """Take the doc comment that waits for a declaration."""
