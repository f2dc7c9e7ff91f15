"""What was promised and what was found."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass
class Report:
    """The promises and what was found."""

    rows: list[tuple[str, str, str, bool]] = field(default_factory=list)

    def add(self, failure: str, promise: str, found: str, *, holds: bool) -> None:
        """Write one down and say so."""
        self.rows.append((failure, promise, found, holds))
        print(f"{'holds' if holds else 'BROKEN':7}{failure:24}{promise}\n{'':31}{found}", flush=True)
