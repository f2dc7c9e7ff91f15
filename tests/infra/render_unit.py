"""Writes howdah.service as the node role would, for `systemd-analyze security`: `python render_unit.py FOLDER`.

Runs in .venv-infra, which has Ansible's YAML and Jinja.
"""

from __future__ import annotations

import shlex
import sys
from pathlib import Path
from typing import Any

import jinja2
import yaml  # type: ignore[import-untyped,unused-ignore] # it runs in .venv-infra, which has no stubs

ROLES = Path(__file__).resolve().parents[2] / "ansible" / "roles"


def main() -> int:
    """Render; print the path."""
    environment = jinja2.Environment(trim_blocks=True, undefined=jinja2.StrictUndefined, keep_trailing_newline=True)  # noqa: S701 - no HTML
    environment.filters["quote"] = shlex.quote
    # Any: what YAML holds.
    variables: dict[str, Any] = {"ansible_managed": "rendered for a check", "ansible_facts": {"service_mgr": "systemd"}}
    for role, files in (("service", ("defaults",)), ("node", ("defaults", "vars"))):
        for name in files:
            variables |= yaml.safe_load((ROLES / role / name / "main.yml").read_text("utf-8"))
    sandbox = [environment.from_string(line).render(variables) for line in variables["node_sandbox"]]
    variables |= {
        "service_name": "howdah",
        "service_description": "Howdah node",
        "service_command": ["/bin/true", "serve"],
        "service_user": "howdah",
        "service_environment": {"HOWDAH_CONFIG": "/opt/howdah/current/node.toml"},
        "service_stop_seconds": 47,
        "service_open_files": 1048576,
        "service_type": "notify",
        "service_watchdog_seconds": 60,
        "service_sandbox": sandbox,
        "service_socket": "",
    }
    text = environment.from_string((ROLES / "service" / "templates" / "service.j2").read_text("utf-8")).render(
        variables
    )
    path = Path(sys.argv[1]) / "howdah.service"
    path.write_text(text, "utf-8")
    sys.stdout.write(f"{path}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
