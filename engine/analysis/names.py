"""Namespaced names resolved through `use`."""

from __future__ import annotations

from typing import Dict, List, Optional, Tuple

from engine.errors import CompileError
from engine.syntax import nodes

RESERVED_CLASS_NAMES = frozenset(("self", "parent", "static"))


class Names:
    """One namespace block: its name and its imports."""

    def __init__(self, namespace: str = "") -> None:
        self.namespace = namespace
        self.classes: Dict[str, str] = {}
        self.functions: Dict[str, str] = {}
        self.constants: Dict[str, str] = {}

    def add_use(self, use: nodes.Use) -> None:
        """Take over the imports of a `use` statement; raises CompileError for a name in use."""
        for item in use.items:
            table, key = self._table(item)
            if key in table:
                kind = "" if item.kind == "class" else f"{item.kind} "
                raise CompileError(
                    f"Cannot use {kind}{item.name} as {item.alias} because the name is already in use", item.line
                )
            table[key] = item.name

    def _table(self, item: nodes.UseItem) -> Tuple[Dict[str, str], str]:
        if item.kind == "function":
            return self.functions, item.alias.lower()
        if item.kind == "const":
            return self.constants, item.alias
        return self.classes, item.alias.lower()

    def declared(self, name: str) -> str:
        """The full name of something declared here as `name`."""
        return f"{self.namespace}\\{name}" if self.namespace else name

    def class_name(self, name: nodes.Name) -> str:
        """The full name of a class, `self`, `parent` and `static` left as they are."""
        text = name.text
        if name.kind == "fully":
            return text.lstrip("\\")
        if name.kind == "relative":
            return self.declared(_after_namespace(text))
        first, _backslash, rest = text.partition("\\")
        if not rest and first.lower() in RESERVED_CLASS_NAMES:
            return text
        imported = self.classes.get(first.lower())
        if imported is not None:
            return f"{imported}\\{rest}" if rest else imported
        return self.declared(text)

    def function_name(self, name: nodes.Name) -> Tuple[str, Optional[str]]:
        """(full name, global fallback or None) of a called function."""
        return self._callable_name(name, self.functions, name.text.lower())

    def constant_name(self, name: nodes.Name) -> Tuple[str, Optional[str]]:
        """(full name, global fallback or None) of a constant."""
        return self._callable_name(name, self.constants, name.text)

    def _callable_name(self, name: nodes.Name, table: Dict[str, str], key: str) -> Tuple[str, Optional[str]]:
        text = name.text
        if name.kind == "fully":
            return text.lstrip("\\"), None
        if name.kind == "relative":
            return self.declared(_after_namespace(text)), None
        if "\\" in text:
            first, _backslash, rest = text.partition("\\")
            imported = self.classes.get(first.lower())
            return (f"{imported}\\{rest}" if imported is not None else self.declared(text)), None
        imported = table.get(key)
        if imported is not None:
            return imported, None
        return (self.declared(text), text) if self.namespace else (text, None)


def _after_namespace(text: str) -> str:
    return text.partition("\\")[2] if text.lower().startswith("namespace\\") else text


def namespace_blocks(script: nodes.Script) -> List[Tuple[Names, List[nodes.Statement]]]:
    """The script's statements by namespace; a name imported in a block is known in all of that block."""
    blocks: List[Tuple[Names, List[nodes.Statement]]] = []
    current: List[nodes.Statement] = []
    for statement in script.statements:
        if isinstance(statement, nodes.Namespace):
            if current:
                blocks.append((Names(), current))
                current = []
            blocks.append((Names(statement.name or ""), list(statement.body)))
        else:
            current.append(statement)
    if current:
        blocks.append((Names(), current))
    for names, statements in blocks:
        for statement in statements:
            if isinstance(statement, nodes.Use):
                names.add_use(statement)
    return blocks
