"""What scripts see of their database is what they see with PHP's own driver."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING

import pytest

from tests.database import scripts

if TYPE_CHECKING:
    from pathlib import Path

    from tests.integration.serving import RunningNode

pytestmark = pytest.mark.server

RESET = "<?php $db = new PDO('pgsql:'); $db->exec('DROP SCHEMA public CASCADE; CREATE SCHEMA public');"


@pytest.mark.parametrize("script", scripts.paths(), ids=lambda path: path.stem)
def test_a_script_prints_what_real_php_printed(node: RunningNode, script: Path) -> None:
    assert node.execute(RESET).json["output"] == ""
    answer = node.execute(script.read_text(), env={"DATABASE_DSN": "pgsql:", "DATABASE_CONNECTION": ""})
    assert answer.status == 200, answer.body
    fields = answer.json
    output = fields["output"].encode() if "output" in fields else base64.b64decode(fields["output_base64"])
    assert scripts.difference(scripts.expected(script), output) == ""
    assert fields["cache"] == "uncacheable"
