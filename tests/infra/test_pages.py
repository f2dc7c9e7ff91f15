"""What an operator reads names only what there is: panels, settings, commands and their options, events of the log."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
import typer.main

from node.commands.application import app
from node.config import Settings
from tests.infra.expressions import DASHBOARDS, INFRA, panels

if TYPE_CHECKING:
    from pathlib import Path

ROOT = INFRA.parent
PAGES = [INFRA / "prometheus" / "RUNBOOK.md", ROOT / "docs" / "operations.md", ROOT / "ansible" / "README.md"]
PANELS = {panel["title"] for path in DASHBOARDS for panel in panels(path)}
SETTINGS = {name.upper() for name in Settings.model_fields}
SOURCES = "".join(path.read_text("utf-8") for folder in ("node", "cache") for path in (ROOT / folder).rglob("*.py"))
# Capitals that are a state of TCP, and the file that the settings come from.
OTHERS = {"TIME_WAIT", "CONFIG"}

pytestmark = pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)


def test_panels_are_on_a_dashboard(page: Path) -> None:
    named = set(re.findall(r"(?<!\*)\*([A-Z][\w ,]+)\*(?!\*)", page.read_text("utf-8")))
    assert named <= PANELS


def test_settings_are_settings(page: Path) -> None:
    named = re.findall(r"\b(HOWDAH_[A-Z_]+|[A-Z]+(?:_[A-Z]+)+)\b", page.read_text("utf-8"))
    assert {name.removeprefix("HOWDAH_") for name in named} <= SETTINGS | OTHERS


def test_events_are_logged(page: Path) -> None:
    for name in re.findall(r"[Ee]vents? `(\w+)`", page.read_text("utf-8")):
        assert f'"{name}"' in SOURCES


def test_commands_have_their_options(page: Path) -> None:
    for line in re.findall(r"`(?:[A-Z_]+=\S+ )?howdah ([a-z][^`]*)`", page.read_text("utf-8")):
        command = typer.main.get_command(app)
        for word in line.split():
            commands = getattr(command, "commands", {})
            if word in commands:
                command = commands[word]
            elif word.startswith("--"):
                assert any(word in parameter.opts for parameter in command.params), line
            else:
                assert not commands, line
