"""`howdah run` behaves as php's command line does: arguments, input, output, exit codes."""

from __future__ import annotations

import subprocess
from shutil import which
from typing import TYPE_CHECKING

import pytest

from tests.integration.serving import command, environment

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.server

INTERPRETERS = ["cpython", pytest.param("pypy", marks=pytest.mark.skipif(not which("pypy3"), reason="no PyPy"))]


@pytest.fixture(params=INTERPRETERS)
def run(request: pytest.FixtureRequest, tmp_path: Path) -> Run:
    """Runs `howdah run` in a folder of its own."""
    return Run(tmp_path, request.param)


class Run:
    """The command with an interpreter and a folder."""

    def __init__(self, folder: Path, interpreter: str) -> None:
        self.folder = folder
        self.environment = environment({"HOWDAH_EXECUTOR_PYTHON": interpreter})

    def __call__(self, *arguments: str, stdin: bytes = b"") -> tuple[bytes, bytes, int]:
        ended = subprocess.run(
            command("run", *arguments), cwd=self.folder, env=self.environment, input=stdin, capture_output=True,
            timeout=60, check=False,
        )  # fmt: skip
        return ended.stdout, ended.stderr, ended.returncode

    def file(self, name: str, code: str) -> str:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(code, encoding="latin-1")
        return name


def test_a_file_with_arguments_and_an_exit_code(run: Run) -> None:
    name = run.file("a.php", "<?php array_shift($argv); echo $argc, ' ', implode(',', $argv); exit(3);")
    assert run(name, "1", "-d", "--x")[::2] == (b"4 1,-d,--x", 3)
    assert run("-f", name, "--", "-z")[::2] == (b"2 -z", 3)
    assert run("-f", name, "z")[::2] == (b"2 z", 3)


def test_code_on_the_command_line(run: Run) -> None:
    assert run("-r", "echo 6 * 7;")[::2] == (b"42", 0)
    assert run("-r", "echo $argv[1];", "x")[::2] == (b"x", 0)


def test_standard_error_and_the_log(run: Run) -> None:
    code = "echo 'o'; fwrite(STDERR, 'e1 '); file_put_contents('php://stderr', 'e2 ');"
    code += " error_log('e3'); error_log('e4', 4);"
    assert run("-r", code) == (b"o", b"e1 e2 e3\ne4\n", 0)
    # Seen lifetimes start the script anew, and what it had written is not written again.
    seen = "class A { function __destruct() { echo 'd'; } } fwrite(STDERR, 'once'); $a = new A; $a = null;"
    assert run("-r", seen) == (b"d", b"once", 0)


def test_short_tags_are_on_unless_told_otherwise(run: Run) -> None:
    name = run.file("short.php", "a<? echo 'b' ?>c")
    assert run(name)[::2] == (b"abc", 0)
    assert run("-d", "short_open_tag=0", name)[::2] == (b"a<? echo 'b' ?>c", 0)


def test_a_script_on_stdin(run: Run) -> None:
    assert run(stdin=b"<?php echo 'in', $argc;")[::2] == (b"in1", 0)
    assert run("--", "a", "b", stdin=b"<?php echo $argc, $argv[2];")[::2] == (b"3b", 0)


def test_directives(run: Run) -> None:
    assert run("-d", "precision=3", "-r", "echo 1/3;")[0] == b"0.333"
    assert run("-dprecision=4", "-r", "echo 1/3;")[0] == b"0.3333"


def test_bytes_pass_untouched(run: Run) -> None:
    name = run.file("bytes.php", "\xff\x00<?php echo \"\xfe\", '\x80';")
    assert run(name)[0] == b"\xff\x00\xfe\x80"


def test_an_uncaught_exception_ends_with_255(run: Run) -> None:
    output, _, status = run("-r", "throw new Exception('no');")
    assert status == 255
    assert b"PHP Fatal error:  Uncaught Exception: no" in output or b"Fatal error: Uncaught Exception: no" in output


def test_a_parse_error_ends_with_255(run: Run) -> None:
    name = run.file("bad.php", "<?php\necho (;")
    output, _, status = run(name)
    assert status == 255
    assert b"Parse error: " in output
    assert b"bad.php on line 2" in output


def test_lint(run: Run) -> None:
    good, bad = run.file("good.php", "<?php echo 1;"), run.file("bad.php", "<?php echo (;")
    assert run("-l", good) == (b"No syntax errors detected in good.php\n", b"", 0)
    output, _, status = run("-l", bad)
    assert status == 255
    assert output.startswith(b"\nParse error: ")
    assert output.endswith(b" in bad.php on line 1\nErrors parsing bad.php\n")


def test_a_missing_file(run: Run) -> None:
    assert run("none.php") == (b"", b"Could not open input file: none.php\n", 1)


def test_unknown_options(run: Run) -> None:
    _, complaint, status = run("-Z")
    assert status == 1
    assert complaint.startswith(b"Error in argument 1, char 2: option not found Z\nUsage:")
    assert run("-r")[1].startswith(b"Error in argument 1, char 2: no argument for option r")


def test_includes_come_from_the_disk(run: Run) -> None:
    run.file("lib/b.php", "<?php return 'from the disk ';")
    name = run.file("a.php", "<?php echo include 'lib/b.php', include __DIR__ . '/lib/b.php';")
    assert run(name)[0] == b"from the disk from the disk "


def test_names_of_the_script(run: Run) -> None:
    name = run.file("a.php", "<?php echo __FILE__, '|', __DIR__;")
    assert run(name)[0].decode() == f"{run.folder.resolve()}/a.php|{run.folder.resolve()}"


def test_version(run: Run) -> None:
    output, _, status = run("-v")
    assert output.startswith(b"PHP 8.4")
    assert status == 0


def test_a_reader_that_leaves_is_no_error(run: Run) -> None:
    name = run.file("much.php", "<?php echo str_repeat('x', 1000000);")
    line = command("run", name)
    with subprocess.Popen(
        line, cwd=run.folder, env=run.environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as ended:
        assert ended.stdout is not None
        assert ended.stderr is not None
        ended.stdout.read(1)
        ended.stdout.close()
        assert b"Traceback" not in ended.stderr.read()
