"""`make sweep`: calls every function with good, odd and wrong arguments, here and on real PHP, and prints what differs.

The calls come from real PHP's own signatures, the same ones at every run: too few and too many arguments, every kind of
value for each parameter, names, and mixtures. Name functions, or extensions with `--extension`, to sweep only these.
"""

from __future__ import annotations

import argparse
import json
import random
import re
import subprocess
import sys
import tempfile
from collections import Counter
from itertools import islice
from typing import Any

from engine.executor import launch
from engine.stdlib.core.refused import POLICY
from tests.php.interpreters import EngineDiedError, EngineProcess
from tests.php.oracle import split_command

EXTENSIONS = (
    "Core", "standard", "json", "ctype", "random", "filter", "calendar", "zlib", "tokenizer",
    "mbstring", "iconv", "pcre", "hash", "bcmath", "date",
)  # fmt: skip
# What they print depends on the time, on chance, on the machine or on the process; or they would change the machine's
# files; or they end the script, the test's own output or its own handler.
SKIPPED = frozenset(
    """
    array_rand chdir chmod cli_get_process_title clearstatcache connection_status copy debug_backtrace
    debug_print_backtrace die disk_free_space disk_total_space diskfreespace error_get_last error_log exit fileatime
    filectime filegroup fileinode filemtime fileowner fileperms flush func_get_arg func_get_args func_num_args gc_status
    get_browser get_cfg_var get_current_user get_declared_classes get_declared_interfaces get_declared_traits
    get_defined_constants get_defined_functions get_defined_vars get_extension_funcs get_included_files
    get_loaded_extensions get_required_files get_resources getcwd getenv gethostbyname gethostname getlastmod getmygid
    getmyinode getmypid getmyuid getopt getrusage glob header_register_callback highlight_file hrtime ini_get_all
    ini_restore ini_set ini_alter lcg_value link memory_get_peak_usage memory_get_usage memory_reset_peak_usage
    microtime mkdir move_uploaded_file mt_rand ob_clean ob_end_clean ob_end_flush ob_flush ob_get_clean ob_get_contents
    ob_get_flush ob_get_length ob_get_level ob_get_status ob_implicit_flush ob_list_handlers ob_start opendir
    output_add_rewrite_var output_reset_rewrite_vars password_hash php_ini_loaded_file php_ini_scanned_files
    php_sapi_name php_uname phpcredits phpinfo phpversion putenv rand random_bytes random_int realpath_cache_get
    realpath_cache_size register_shutdown_function register_tick_function rename restore_error_handler
    restore_exception_handler rmdir scandir set_error_handler set_exception_handler set_include_path set_time_limit
    setlocale show_source shuffle sleep stat str_shuffle sys_get_temp_dir sys_getloadavg tempnam time time_nanosleep
    time_sleep_until tmpfile touch umask uniqid unlink unregister_tick_function usleep zend_version get_include_path
    stream_select file_put_contents gzopen dir ignore_user_abort readfile lstat readlink realpath spl_autoload
    error_reporting assert_options extract compact get_html_translation_table localeconv nl_langinfo fopen
    ftok gettimeofday password_verify crypt trigger_error user_error gc_mem_caches gc_collect_cycles
    gc_enable gc_disable hash_pbkdf2 bcpow
    """.split()
)
# What the calls pass, as PHP writes it.
KINDS: dict[str, tuple[str, ...]] = {
    "int": ("1", "0", "2", "-1", "3", "5", "16", "255", "-3", "1024"),
    "float": ("1.5", "0.0", "-2.5", "1e20", "NAN", "INF", "-0.0", "0.1"),
    "string": ("'abc'", "'Hello World'", "''", "'a'", "'12'", '"a\\0b"', "'l'", '"\\xff\\xfe"', "'1.5'",
               "'a,b;c=1&d[]=2'", '"x\\ny \\tz"', "'0'", "'<b>\"é\"</b>'", "'aAbBaA'", "'-7e3'", "'%s %d'"),
    "array": ("[3, 1, 2]", "[]", "['a' => 1, 'b' => 'x', 5 => null]", "['x', ['y' => 1.5], true]",
              "['b', 'a', 'b', '10', '9']", "[[1, 'k' => 2], [3, 'k' => 4]]", "[1, '1', 1.0, true]",
              "[-5 => 'x', 'y']"),
    "bool": ("true", "false"),
    "callable": ("fn($a = 0, $b = 0) => $a <=> $b", "'strlen'", "'strcmp'", "fn() => true",
                 "fn($a = null) => $a", "fn(...$a) => count($a)"),
    "object": ("(object) ['a' => 1]", "new Text('t')", "new ArrayObject([1, 2])"),
    "resource": ("memory('one\ntwo,\"3\"\n')",),
    "mixed": ("1", "'a'", "[1, 2]", "null", "1.5", "true", "(object) ['a' => 1]", "'12'", "''", "[]"),
}  # fmt: skip
ODD = (
    "null", "true", "false", "[]", "[1]", "new stdClass", "new Text('7')", "'12'", "'1.5'", "' 12 '", "'12abc'",
    "'abc'", "''", "1.5", "2.0", "-1", "0", "PHP_INT_MAX", "PHP_INT_MIN", "1e30", "NAN", '"a\\0b"', "fn() => 1",
    "'no_such'",
    "[new Text('x'), 'missing']", "memory('x')", "closed()",
)  # fmt: skip
# What a parameter of this name understands.
NAMED: dict[str, tuple[str, ...]] = {
    "format": ("'%s %d'", "'%05.1f|%x|%c'", "'N2n/a*'", "'%'", "'%2$s'", "'a3'", "'H*'"),
    "json": ("'{\"a\": [1, 2.5, null]}'", "'[1'", "'\"x\"'"),
    "data": ("'a:1:{i:0;s:1:\"x\";}'", "'abc'"),
    "url": ("'http://u:p@host:81/p/a?q=1#f'", "'//x/y'", "'/a:80'"),
    "filename": ("'/nonexistent/file'", "''"),
    "directory": ("'/nonexistent/dir'",),
    "separator": ("','", "';'"),
    "enclosure": ("'\"'",),
    "escape": ("'\\\\'", "''"),
    "class": ("'ArrayObject'", "'Text'", "'NoClass'"),
    "object_or_class": ("'ArrayObject'", "new Text('t')", "'NoClass'"),
    "code": ("'<?php echo 1;'",),
    "encoding": ("'UTF-8'", "'ISO-8859-1'", "'nope'"),
    "flags": ("0", "1", "2", "3", "4", "8", "16", "64", "128", "512", "1024"),
    "mode": ("0", "1", "2", "3", "4"),
    "ip": ("'127.0.0.1'", "'::1'", "'1.2.3'"),
    "month": ("1", "2", "12", "13"),
    "year": ("2024", "1900", "-5"),
    "version1": ("'1.2.3'", "'1.0rc1'"),
    "version2": ("'1.2.4'", "'1.0'"),
    "operator": ("'<'", "'ge'", "'x'"),
    "filter": ("257", "258", "259", "277", "516", "1024", "'no'"),
}  # fmt: skip
# And in the functions of one extension.
ENCODINGS = ("'UTF-8'", "'SJIS'", "'ISO-2022-JP'", "'UTF-16LE'", "'EUC-KR'", "'BASE64'", "'ASCII'", "'nope'", "null")
TEXTS = (
    "'abc'",
    "'d\xc3\xa9j\xc3\xa0 vu'",
    "'\xe6\x97\xa5\xe6\x9c\xac\xe8\xaa\x9e'",
    '"\\x93\\xfa\\x96\\x7b"',
    '"\\xff\\xfe"',
    "''",
)
CHARSETS = ("'UTF-8'", "'ISO-8859-1'", "'UTF-16'", "'ASCII//TRANSLIT'", "'EUC-JP'", "'ASCII//IGNORE'", "'nope'")
NUMBERS = ("'12.5'", "'-3'", "'0'", "'1000000000000000000000.0001'", "'-0.05'", "'1e5'", "'abc'", "''")
MOMENTS = ("1700000000", "0", "-1", "86400", "4102444800", "-2208988800")
NAMED_OF: dict[str, dict[str, tuple[str, ...]]] = {
    "mbstring": {
        "encoding": ENCODINGS,
        "to_encoding": ENCODINGS,
        "from_encoding": (*ENCODINGS, "['UTF-8', 'SJIS']", "'auto'"),
        "encodings": ("'UTF-8,SJIS'", "['ASCII', 'EUC-JP', 'UTF-8']", "'auto'"),
        "string": TEXTS,
        "haystack": TEXTS,
        "needle": TEXTS,
        "charset": ENCODINGS,
        "transfer_encoding": ("'B'", "'Q'"),
        "mode": ("0", "1", "2", "3", "7"),
        "pattern": ("'a+'", "'(?<n>b)'", "'\\\\w'", "'['", "'^'"),
        "options": ("'i'", "'msr'", "'z'"),
        "map": ("[0x80, 0x10FFFF, 0, 0x1FFFFF]", "[0, 255, 0, 255]", "[1, 2]"),
    },
    "iconv": {
        "encoding": CHARSETS,
        "to_encoding": CHARSETS,
        "from_encoding": CHARSETS,
        "string": TEXTS,
        "haystack": TEXTS,
        "needle": TEXTS,
        "headers": ("'Subject: =?UTF-8?B?w6k=?='", "'=?UTF-8?Q?=C3=A9?= x'"),
        "mode": ("0", "1", "2"),
    },
    "pcre": {
        "pattern": ("'/a(b)?/'", "'/(?<n>\\\\w)/u'", "'/[/'", "'~x*~i'", "['/a/', '/b/']", "'a'", "'/a/k'"),
        "replacement": ("'[$0]'", "'\\\\1'", "'${1}x'", "['x', 'y']"),
        "subject": ("'abcab'", "'x'", "'\xc3\xa9'", '"\\xff"', "['a', 'k' => 'ab']"),
        "flags": ("0", "1", "2", "256", "512", "258", "768", "3"),
    },
    "hash": {
        "algo": ("'sha256'", "'md5'", "'crc32b'", "'xxh3'", "'murmur3a'", "'whirlpool'", "'nope'"),
        "options": ("[]", "['seed' => 42]", "['seed' => 'x']", "['secret' => 'short']"),
        "context": ("hash_init('sha256')", "hash_init('xxh64')", "new stdClass"),
        "length": ("0", "1", "20", "100", "-1"),
    },
    "bcmath": {
        "num": NUMBERS,
        "num1": NUMBERS,
        "num2": NUMBERS,
        "modulus": NUMBERS,
        "exponent": ("'3'", "'0'", "'-2'", "'1.5'"),
        "scale": ("null", "0", "3", "20", "-1"),
        "precision": ("0", "2", "-2"),
        "mode": ("RoundingMode::HalfEven", "RoundingMode::TowardsZero"),
    },
    "date": {
        "format": ("'Y-m-d H:i:s'", "'D, d M y'", "'U'", "'\\\\Y jS z'", "'c e T P'", "'%Y'", "''"),
        "datetime": ("'2024-02-29 12:00'", "'first monday of may 2023'", "'nope'", "'@1700000000'", "'12/25/2020'"),
        "timezone": ("new DateTimeZone('Europe/Berlin')", "'Asia/Tokyo'", "'nope'", "null"),
        "timestamp": MOMENTS,
        "baseTimestamp": MOMENTS,
        "object": ("new DateTime('@0')", "new DateTimeImmutable('2024-03-31')"),
        "targetObject": ("new DateTime('2024-01-01')",),
        "modifier": ("'+1 month'", "'last day of'", "'nope'"),
        "interval": ("new DateInterval('P1M')", "DateInterval::createFromDateString('2 days')"),
        "timezoneId": ("'UTC'", "'Nope/No'"),
        "abbr": ("'CET'", "'EST'", "'x'"),
        "countryCode": ("'DE'", "null"),
        "timezoneGroup": ("1", "2047", "4096"),
        "latitude": ("52.5", "-33.9", "89.0"),
        "longitude": ("13.4", "151.2"),
        "returnFormat": ("0", "1", "2"),
    },
}
# A time that is not given is now.
NOW = frozenset(
    """
    date gmdate idate getdate localtime strftime gmstrftime date_sunrise date_sunset mktime gmmktime strtotime
    date_create date_create_immutable date_create_from_format date_create_immutable_from_format timezone_offset_get
    """.split()
)
MIXTURES = 40
HEAD = """\
class Text { function __construct(public string $text) {} function __toString(): string { return $this->text; } }
function memory($text) {
    $stream = fopen('php://memory', 'w+');
    fwrite($stream, $text);
    rewind($stream);
    return $stream;
}
function closed() { $stream = memory('x'); fclose($stream); return $stream; }
set_error_handler(function ($level, $message) { echo "[$level] $message\\n"; return true; });
function attempt($number, $call) {
    echo "\\x01$number\\n";
    try { $call(); } catch (\\Throwable $error) { echo get_class($error), ': ', $error->getMessage(), "\\n"; }
}
"""
ASK = """\
$found = [];
foreach (get_defined_functions()['internal'] as $name) {
    $function = new ReflectionFunction($name);
    if ($function->getExtensionName() === null) continue;
    $parameters = [];
    foreach ($function->getParameters() as $p) {
        $parameters[] = ['name' => $p->getName(), 'type' => (string) $p->getType(), 'optional' => $p->isOptional(),
            'variadic' => $p->isVariadic(), 'ref' => $p->isPassedByReference() && !$p->canBePassedByValue()];
    }
    $found[] = ['name' => $name, 'extension' => $function->getExtensionName(), 'parameters' => $parameters];
}
echo json_encode($found);
"""

# Any: what real PHP's JSON says of a function.
Function = dict[str, Any]


def main() -> int:
    """Sweep; 1 where something differs."""
    command = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    command.add_argument("functions", nargs="*", help="these alone")
    command.add_argument("--php", required=True, help="the real PHP's command line")
    command.add_argument("--extension", action="append", help=f"instead of {', '.join(EXTENSIONS)}")
    command.add_argument("--strict", action="store_true", help="under declare(strict_types=1)")
    command.add_argument("--show", type=int, default=3, help="how many differences of a function to print")
    options = command.parse_args()
    php = split_command(options.php)
    answer = subprocess.run([*php, "-n", "-r", ASK], capture_output=True, check=True)
    functions = [f for f in json.loads(answer.stdout) if is_wanted(f, options)]
    engine = EngineProcess(launch.find_interpreter(launch.CPYTHON))
    differing: Counter[str] = Counter()
    tried = 0
    for function in functions:
        calls = list(dict.fromkeys(calls_of(function)))
        tried += len(calls)
        theirs, ours = (outputs(run, calls, strict=options.strict) for run in (real(php), own(engine)))
        found = [n for n in range(len(calls)) if theirs[n] != ours[n]]
        differing[function["name"]] += len(found)
        for number in found[: options.show]:
            print(f"=== {calls[number]}\n--- PHP\n{theirs[number]}--- here\n{ours[number]}", flush=True)
    engine.close()
    print(*(f"{name} {count}" for name, count in differing.most_common() if count), sep="\n")
    among = sum(map(bool, differing.values()))
    print(f"{tried} calls of {len(functions)} functions: {differing.total()} of {among} differ")
    return 1 if differing.total() else 0


def is_wanted(function: Function, options: argparse.Namespace) -> bool:
    """Whether a function was asked for, and can be compared."""
    if options.functions:
        return function["name"] in options.functions
    name = function["name"]
    if name in NOW:
        return False
    return function["extension"] in (options.extension or EXTENSIONS) and name not in SKIPPED and name not in POLICY


def calls_of(function: Function) -> list[str]:
    """Write the calls of a function; the same at each run."""
    parameters = [{**p, "extension": function["extension"]} for p in function["parameters"]]
    plain = [p for p in parameters if not p["variadic"]]
    source = random.Random(function["name"])  # noqa: S311 - cases, no secrets
    usual = [values_for(p)[0] for p in plain]
    needed = sum(not p["optional"] for p in parameters)
    lists = [usual[:count] for count in range(len(plain) + 1)]
    lists.append([*usual, "1"])
    lists.append([*usual, "1", "'b'"])
    for place, parameter in enumerate(plain):
        others = usual[: max(needed, place + 1)]
        lists += [[*others[:place], odd, *others[place + 1 :]] for odd in (*values_for(parameter), *ODD)]
    if parameters and parameters[-1]["variadic"]:
        lists += [[*usual, odd] for odd in (*values_for(parameters[-1]), *ODD)]
    names = [p["name"] for p in plain]
    lists.append([f"{name}: {value}" for name, value in zip(reversed(names), reversed(usual), strict=True)])
    lists.append([*usual[:needed], "no_such: 1"])
    if plain:
        lists.append([*usual[: max(needed, 1)], f"{names[0]}: 1"])
        lists.append([f"{names[-1]}: {usual[-1]}"])
    for _ in range(MIXTURES if parameters else 0):
        count = source.randint(needed, len(plain))
        mixed = [source.choice(values_for(p)) for p in plain[:count]]
        if parameters[-1]["variadic"] and count == len(plain):
            mixed += [source.choice(values_for(parameters[-1])) for _ in range(source.randint(0, 3))]
        lists.append(mixed)
    references = [n for n, p in enumerate(parameters) if p["ref"]]
    return [call(function["name"], arguments, references) for arguments in lists]


def values_for(parameter: dict[str, Any]) -> tuple[str, ...]:
    """Good values for a parameter, by its name and its type."""
    kinds = [kind for kind in parameter["type"].lstrip("?").split("|") if kind in KINDS]
    own = NAMED_OF.get(parameter["extension"], {}).get(parameter["name"])
    if own is not None:
        return own
    found = NAMED.get(parameter["name"], ()) if kinds else ()
    for kind in kinds or (
        ["resource"] if not parameter["type"] and parameter["name"] in ("stream", "context") else ["mixed"]
    ):
        found += KINDS[kind]
    return found


def call(name: str, arguments: list[str], references: list[int]) -> str:
    """Write one call that dumps its result and what it wrote to its arguments."""
    before, shown, passed = [], [f"{name}(@)"], list(arguments)
    for place in references:
        if place < len(arguments) and ": " not in arguments[place].split("(")[0].split("'")[0]:
            before.append(f"$r{place} = {arguments[place]};")
            passed[place] = f"$r{place}"
            shown.append(f"$r{place}")
    shown[0] = shown[0].replace("@", ", ".join(passed))
    if not before:
        return f"var_dump({shown[0]});"
    return f"{' '.join(before)} $x = {shown[0]}; var_dump($x, {', '.join(shown[1:])});"


# Any: a function of a script's text to its output.
def outputs(run: Any, calls: list[str], *, strict: bool) -> list[str]:
    """Run all calls, going on in another script after one that ends the script."""
    found: dict[int, str] = {}
    while len(found) < len(calls):
        first = len(found)
        lines = [f"attempt({n}, function () {{ {calls[n]} }});\n" for n in range(first, len(calls))]
        output = run(f"<?php {'declare(strict_types=1);' if strict else ''}\n{HEAD}{''.join(lines)}")
        parts = re.split(r"\x01(\d+)\n", output)
        for number, text in zip(islice(parts, 1, None, 2), islice(parts, 2, None, 2), strict=True):
            found[int(number)] = normal(text)
        if len(found) == first:
            found[first] = normal(output)
    return [found[n] for n in range(len(calls))]


def normal(text: str) -> str:
    """A call's output without what only numbers objects, resources and lines."""
    text = re.sub(r"\)#\d+ \(", ")#N (", text)
    text = re.sub(r"exhausted \(tried to allocate \d+ bytes\)", "exhausted", text)
    text = re.sub(r"resource\(\d+\)|Resource id #\d+", "resource(N)", text)
    text = re.sub(r" in (?:\S+|Standard input code)(?::\d+| on line \d+)", " in FILE", text)
    text = re.sub(r"\{closure:[^}]*\}", "{closure}", text)
    return text if text.endswith("\n") else text + "\n"


# Any: see outputs().
def real(php: list[str]) -> Any:
    """Run a script on real PHP."""

    def run(script: str) -> str:
        with tempfile.TemporaryDirectory() as folder:
            flags = ["-n", "-d", "memory_limit=128M", "-d", "error_reporting=-1", "-d", "html_errors=0"]
            done = subprocess.run(
                [*php, *flags],
                input=script.encode("latin-1", "ignore"),
                capture_output=True,
                cwd=folder,
                timeout=60,
                check=False,
            )
        return done.stdout.decode("latin-1")

    return run


# Any: see outputs().
def own(engine: EngineProcess) -> Any:
    """Run a script here."""

    def run(script: str) -> str:
        limits = {"wall_ms": 60_000, "cpu_ms": 60_000, "memory_mb": 128}
        order = {
            "code": script.encode("latin-1", "ignore").decode("latin-1"),
            "filename": "Standard input code",
            "folder": "/app",
            "files": {},
            "limits": limits,
        }
        try:
            answer = engine.execute(order, timeout_seconds=90)
        except EngineDiedError as error:
            return f"died: {error}\n"
        return str(answer["outputs"][0])

    return run


if __name__ == "__main__":
    sys.exit(main())
