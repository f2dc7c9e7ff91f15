"""What the audit of dependencies makes of a lock file and of a report."""

from __future__ import annotations

from tests.security import audit


def test_every_dependency_is_pinned() -> None:
    assert audit.unpinned(audit.LOCK.read_text()) == []


def test_what_is_not_pinned_is_named() -> None:
    lock = "a==1.0\nb[x,y]==1!2.0.post1 ; sys_platform == 'linux'\n# c\n\nd>=1\ne\n-r other\nf==1.*\n"
    assert audit.unpinned(lock) == ["d>=1", "e", "-r other", "f==1.*"]


def test_only_what_was_looked_up_counts() -> None:
    report = {
        "dependencies": [
            {"name": "a", "version": "1", "vulns": []},
            {"name": "b", "version": "2", "vulns": [{"id": "PYSEC-1", "fix_versions": ["3", "4"], "aliases": []}]},
            {"name": "c", "version": "3", "vulns": [{"id": "PYSEC-2", "fix_versions": [], "aliases": []}]},
            {"name": "d", "skip_reason": "Dependency not found on PyPI"},
        ],
        "fixes": [],
    }
    looked_up, known = audit.verdict(report)
    assert looked_up == 3
    assert known == ["b 2: PYSEC-1, mended in 3, 4", "c 3: PYSEC-2, mended in no version yet"]
