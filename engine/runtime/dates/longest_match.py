"""A scanner that, like the one of PHP's dates, takes the longest match of all rules and the first rule of equals.

Python's `re` takes the first alternative that fits, so the rules are run as an automaton made on the way.
"""

from __future__ import annotations

from typing import Dict, FrozenSet, List, Mapping, Optional, Sequence, Set, Tuple

# An NFA state: the states reached without a character, and (characters, state) for one.
_Edges = Tuple[List[int], List[Tuple[FrozenSet[str], int]]]

_BYTES = frozenset(map(chr, range(256)))
_ESCAPES = {"t": "\t", "n": "\n", "0": "\0"}


class _Node:
    """A state of the automaton."""

    __slots__ = ("next", "positions", "rule")

    def __init__(self, positions: FrozenSet[int], rule: int) -> None:
        self.positions = positions
        self.rule = rule
        # By character; None where that is not known yet.
        self.next: List[Optional[_Node]] = [None] * 256


_DEAD = _Node(frozenset(), -1)


class Rules:
    """Patterns, of which `match` tells the one that fits best.

    The notation: `[a-z]`, `[^…]`, `(a|b)`, `?`, `*`, `+`, `{2}`, `{1,4}`, `{name}` for a definition, `~` before a
    letter or a group for either case, a backslash before anything that should mean itself.
    """

    def __init__(self, patterns: Sequence[str], definitions: Mapping[str, str]) -> None:
        self._patterns = patterns
        self._edges: List[_Edges] = []
        self._definitions = definitions
        self._accepting: Dict[int, int] = {}
        self._nodes: Dict[FrozenSet[int], _Node] = {}
        self._start: Optional[_Node] = None

    def prepare(self) -> _Node:
        """Read the patterns, which takes as long as a tenth of the engine; the first match does it otherwise."""
        starts = []
        for number, pattern in enumerate(self._patterns):
            start, end = self._new(), self._new()
            self._accepting[end] = number
            _Reader(self, pattern).read(start, end)
            starts.append(start)
        node = self._start = self._node(frozenset(starts))
        return node

    def match(self, text: str, position: int) -> Tuple[int, int]:
        """(number of the pattern, end of its match) at `position`; (-1, position) when none fits."""
        best = (-1, position)
        node = self._start or self.prepare()
        size = len(text)
        while position < size:
            following = node.next[ord(text[position])]
            if following is None:
                following = self._step(node, text[position])
            if following is _DEAD:
                break
            node = following
            position += 1
            if node.rule >= 0:
                best = (node.rule, position)
        return best

    def _step(self, node: _Node, character: str) -> _Node:
        reached = set()
        for state in node.positions:
            for characters, target in self._edges[state][1]:
                if character in characters:
                    reached.add(target)
        following = self._node(frozenset(reached)) if reached else _DEAD
        node.next[ord(character)] = following
        return following

    def _node(self, states: FrozenSet[int]) -> _Node:
        closure: Set[int] = set()
        pending = list(states)
        while pending:
            state = pending.pop()
            if state not in closure:
                closure.add(state)
                pending.extend(self._edges[state][0])
        key = frozenset(closure)
        node = self._nodes.get(key)
        if node is None:
            rule = min([self._accepting[state] for state in key if state in self._accepting], default=-1)
            node = self._nodes[key] = _Node(key, rule)
        return node

    # ------------------------------------------------------------ making the automaton

    def _new(self) -> int:
        self._edges.append(([], []))
        return len(self._edges) - 1

    def _link(self, start: int, end: int) -> None:
        self._edges[start][0].append(end)

    def _consume(self, start: int, characters: FrozenSet[str], end: int) -> None:
        self._edges[start][1].append((characters, end))


class _Reader:
    """Reads one pattern into the automaton of `rules`."""

    def __init__(self, rules: Rules, pattern: str, *, any_case: bool = False) -> None:
        self._rules = rules
        self._pattern = pattern
        self._at = 0
        self._any_case = any_case

    def read(self, start: int, end: int) -> None:
        """The alternatives up to a closing parenthesis or the end."""
        while True:
            self._sequence(start, end)
            if self._peek() != "|":
                return
            self._at += 1

    def _peek(self) -> str:
        return self._pattern[self._at : self._at + 1]

    def _sequence(self, start: int, end: int) -> None:
        current = start
        while self._peek() not in ("", "|", ")"):
            current = self._repeated(current)
        self._rules._link(current, end)

    def _repeated(self, start: int) -> int:
        begin = self._at
        end = self._item(start)
        least, most = self._count()
        if (least, most) == (1, 1):
            return end
        after = self._at
        rules = self._rules
        # The item is read again for each time it may occur.
        current = rules._new()
        fresh = previous = current
        done = rules._new()
        for number in range(most or max(least, 1)):
            if number >= least:
                rules._link(current, done)
            self._at = begin
            previous = current
            current = self._item(current)
        if not most:
            rules._link(current, previous)
        rules._link(current, done)
        self._at = after
        rules._edges[start][0].append(fresh)
        return done

    def _count(self) -> Tuple[int, int]:
        """How often the item before occurs: (least, most), 0 for no limit."""
        simple = {"?": (0, 1), "*": (0, 0), "+": (1, 0)}.get(self._peek())
        if simple is not None:
            self._at += 1
            return simple
        if self._peek() == "{" and self._pattern[self._at + 1].isdigit():
            end = self._pattern.index("}", self._at)
            least, _, most = self._pattern[self._at + 1 : end].partition(",")
            self._at = end + 1
            return int(least), int(most or least)
        return 1, 1

    def _item(self, start: int) -> int:
        rules = self._rules
        end = rules._new()
        character = self._peek()
        self._at += 1
        if character == "~":
            saved = self._any_case
            self._any_case = True
            end = self._item(start)
            self._any_case = saved
        elif character == "(":
            inner = rules._new()
            rules._link(start, inner)
            self.read(inner, end)
            self._at += 1
        elif character == "{":
            close = self._pattern.index("}", self._at)
            name = self._pattern[self._at : close]
            self._at = close + 1
            inner = rules._new()
            rules._link(start, inner)
            _Reader(rules, rules._definitions[name], any_case=self._any_case).read(inner, end)
        elif character == "[":
            rules._consume(start, self._class(), end)
        else:
            rules._consume(start, self._characters(self._literal(character)), end)
        return end

    def _literal(self, character: str) -> str:
        if character != "\\":
            return character
        character = self._peek()
        self._at += 1
        return _ESCAPES.get(character, character)

    def _characters(self, character: str) -> FrozenSet[str]:
        return frozenset((character.lower(), character.upper())) if self._any_case else frozenset(character)

    def _class(self) -> FrozenSet[str]:
        is_negated = self._peek() == "^"
        self._at += is_negated
        characters: Set[str] = set()
        while self._peek() != "]":
            first = self._peek()
            self._at += 1
            first = self._literal(first)
            last = first
            if self._peek() == "-" and self._pattern[self._at + 1] != "]":
                self._at += 1
                last = self._peek()
                self._at += 1
                last = self._literal(last)
            characters.update(map(chr, range(ord(first), ord(last) + 1)))
        self._at += 1
        return _BYTES - characters if is_negated else frozenset(characters)
