"""nginx and php-fpm, tuned, evaluating the scripts that a node is given: what the same requests cost elsewhere."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import time
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from node.servers import nginx

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# More than the connections that nginx's two workers keep: each kept one holds a child.
CHILDREN = 20
START_SECONDS = 20.0

# As a node's answer, so that both are verified alike. The script sees a fresh interpreter state each time.
FRONT = """<?php
$in = json_decode(file_get_contents('php://input'), true);
ob_start();
eval('?>' . $in['code']);
$answer = json_encode(['success' => true, 'output' => ob_get_clean()]);
header('Content-Type: application/json');
header('Content-Length: ' . strlen($answer));
echo $answer;
"""

FPM = """[global]
error_log = {folder}/fpm.log
daemonize = no
[www]
{user}listen = {folder}/fpm.sock
listen.backlog = 4096
pm = static
pm.max_children = {children}
php_admin_value[opcache.enable] = 1
php_admin_value[opcache.validate_timestamps] = 0
"""

NGINX = """{user}
worker_processes 2;
pid {folder}/nginx.pid;
error_log {folder}/nginx-error.log warn;
events {{ worker_connections 4096; }}
http {{
    access_log {folder}/access.log combined buffer=64k flush=1s;
    client_body_temp_path {folder}/body; proxy_temp_path {folder}/unused; fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/unused; scgi_temp_path {folder}/unused;
    client_body_buffer_size 256k;
    keepalive_requests 1000000;
    upstream fpm {{ server unix:{folder}/fpm.sock; keepalive 8; }}
    server {{
        listen 127.0.0.1:{port} backlog=4096;
        location = /api/execute {{
            fastcgi_pass fpm;
            fastcgi_keep_conn on;
            fastcgi_param SCRIPT_FILENAME {folder}/front.php;
            fastcgi_param REQUEST_METHOD $request_method;
            fastcgi_param CONTENT_TYPE $content_type;
            fastcgi_param CONTENT_LENGTH $content_length;
        }}
    }}
}}
"""


@dataclass(frozen=True)
class Peer:
    """The running peer."""

    port: int
    nginx: int
    fpm: int


def find_fpm() -> str | None:
    """The newest php-fpm of the system."""
    for name in ("php-fpm8.4", "php-fpm8.3", "php-fpm8.2", "php-fpm"):
        found = shutil.which(name) or shutil.which(name, path="/usr/sbin")
        if found:
            return found
    return None


@contextmanager
def running_peer(folder: Path, port: int, fpm: str) -> Iterator[Peer]:
    """Run it until the end of the block."""
    is_root = os.geteuid() == 0
    name = pwd.getpwuid(os.geteuid()).pw_name
    (folder / "front.php").write_text(FRONT, "utf-8")
    user = "user = root\ngroup = root\n" if is_root else ""
    (folder / "fpm.conf").write_text(FPM.format(folder=folder, children=CHILDREN, user=user), "utf-8")
    text = NGINX.format(folder=folder, port=port, user=f"user {name};" if is_root else "")
    (folder / "nginx.conf").write_text(text, "utf-8")
    found = nginx.find()
    options = ["-R"] if is_root else []
    with (folder / "output").open("wb") as output:
        backend = subprocess.Popen([fpm, "-F", *options, "-y", str(folder / "fpm.conf")], stdout=output, stderr=output)
        try:
            _await(folder / "fpm.sock", backend, folder)
            front = subprocess.Popen(nginx.command(found, folder / "nginx.conf"), stdout=output, stderr=output)
            try:
                _await(folder / "nginx.pid", front, folder)
                yield Peer(port, front.pid, backend.pid)
            finally:
                front.terminate()
                front.wait(10)
        finally:
            backend.terminate()
            backend.wait(10)


def _await(path: Path, process: subprocess.Popen[bytes], folder: Path) -> None:
    deadline = time.monotonic() + START_SECONDS
    while not path.exists():
        if process.poll() is not None or time.monotonic() > deadline:
            raise RuntimeError((folder / "output").read_text("utf-8"))
        time.sleep(0.02)
