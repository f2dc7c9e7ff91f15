"""The stages in order, and one execution from Request to Result."""

from __future__ import annotations

import gc
import resource
import sys
import time
from typing import TYPE_CHECKING, Any, Dict, List, Optional, Tuple

from engine.analysis.checks import check
from engine.analysis.lifetimes import may_see_lifetimes
from engine.analysis.notices import compile_notices, may_have_notices
from engine.builtin.classes import build_classes
from engine.builtin.library import Library
from engine.compiler.unit_compiler import UnitCompiler
from engine.errors import (
    CompileError,
    FatalError,
    LifetimesSeenError,
    LimitExceededError,
    Outcome,
    PhpThrown,
    ScriptExit,
)
from engine.optimizer import optimize as optimized
from engine.preloading import preload
from engine.request import Diagnostic, Request, Result
from engine.runtime.arrays import PhpArray
from engine.runtime.clock import clock, memory_text
from engine.runtime.context import E_COMPILE_ERROR, E_ERROR, E_PARSE, PrintedFatalError, ctx
from engine.runtime.conversions import to_string
from engine.runtime.declarations import run_unit_declarations
from engine.runtime.destruction import destroy_all
from engine.runtime.exceptions import settle, trace_text
from engine.runtime.fibers import close_fibers, has_running_fibers
from engine.runtime.generators import close_generators
from engine.runtime.lifetimes import CAN_COUNT, rethrow, start_counting, stop_counting, stop_watching
from engine.runtime.references import Ref
from engine.runtime.request_body import read_body_at_start
from engine.runtime.stream_filters import close_filtered
from engine.runtime.support.statements import caught_for_good
from engine.runtime.tracing import start_tracing, untraced
from engine.runtime.version import ENGINE_VERSION, PHP_VERSION
from engine.stdlib import load_chapters
from engine.stdlib.core.startup import report_startup
from engine.stdlib.multibyte.sources import lexed_source, recoded
from engine.syntax.parser import parse

if TYPE_CHECKING:
    from engine.runtime.unit import Unit
    from engine.syntax.nodes import Script

# Units kept by source; a script that is run again is not compiled again.
UNITS_KEPT = 512

# Python frames that a script may nest; the executor's stack is sized for it.
RECURSION_LIMIT = 200_000


class Engine:
    """The whole engine: made once a process, then `execute` for each request."""

    def __init__(self, *, optimize: bool = True) -> None:
        """Load the tables and the library: takes a good part of a second, so before forking."""
        self.library = make_library()
        self.optimize = optimize
        self.units: Dict[Tuple[str, str, bool, bool, bool, str], Unit] = {}
        # Whether something of a script still runs that only the end of this process stops.
        self.is_spent = False
        ctx.library = self.library
        ctx.compile_file = self.compile_included
        ctx.compile_eval = self.compile_eval
        sys.setrecursionlimit(RECURSION_LIMIT)
        start_tracing()

    # ------------------------------------------------------------ compiling

    def compile(self, source: str, path: str, *, is_entry: bool, is_eval: bool = False) -> Unit:
        """The Unit of a file, from the cache if it was compiled before. Raises CompileError."""
        ctx.names_lifetimes = ctx.names_lifetimes or may_see_lifetimes(source)
        recode: Any = None
        if ctx.ini.get("zend.multibyte") != "0" and ctx.ini.get_bool("zend.multibyte"):
            source, recode = lexed_source(source, is_internal=is_eval)
        # Settings that the lexer and the optimizer go by belong to it: the next execution may have others.
        has_short_tags, precision = ctx.ini.get_bool("short_open_tag"), ctx.ini.get("precision") or ""
        key = (source, path, is_entry, ctx.counts_handles, has_short_tags, precision)
        # A unit whose literals were converted is of this execution's settings.
        unit = self.units.get(key) if recode is None else None
        if unit is None:
            script = parse(source, path, short_open_tag=has_short_tags)
            if recode is not None:
                recoded(script, recode)
            try:
                notices = check(script, path)
            except CompileError as error:
                self.report(path, [*error.notices, *notices_until(error, script, source, path)])
                raise
            compiler = UnitCompiler(self.library, ctx, path, source, counts_handles=ctx.counts_handles)
            better = optimized(script, self.library) if self.optimize else script
            unit = compiler.compile(better, is_entry=is_entry)
            if compiler.file_facts.has_notices or may_have_notices(source):
                notices = notices + compile_notices(script, source, path)
            unit.notices = sorted(notices, key=lambda notice: notice[2])
            if len(self.units) >= UNITS_KEPT:
                del self.units[next(iter(self.units))]
            if recode is None:
                self.units[key] = unit
        self.report(path, unit.notices)
        return unit

    @staticmethod
    def report(path: str, notices: List[Tuple[int, str, int]]) -> None:
        """Say what PHP says while it compiles a file."""
        for level, message, line in sorted(notices, key=lambda notice: notice[2]):
            ctx.diagnose(level, message, path, line)

    def compile_included(self, source: str, path: str) -> Unit:
        """The Unit of an included file."""
        return self.compile(source, path, is_entry=False)

    def compile_eval(self, code: str, path: str, names: Any) -> Unit:
        """The Unit of eval'd code, which starts in PHP mode."""
        return self.compile("<?php " + code, path, is_entry=False, is_eval=True)

    # ------------------------------------------------------------ executing

    def execute(self, request: Request) -> Result:
        """Run one script. Whatever it does, there is a Result; LifetimesSeenError where CPython has to run it."""
        if CAN_COUNT and names_lifetimes(request):
            return self._execute(request, counts_handles=True)
        try:
            return self._execute(request, counts_handles=False)
        except LifetimesSeenError:
            if not CAN_COUNT:
                raise
        return self._execute(request, counts_handles=True)

    def _execute(self, request: Request, *, counts_handles: bool) -> Result:
        untraced(ctx.begin, request)
        started_cpu = time.process_time()
        started = ctx.start_time = time.perf_counter()
        compiled = started
        execution = Execution(self)
        clock.arm(request.limits, now=started, cpu_now=started_cpu, spent_ms=request.spent_ms)
        if counts_handles:
            start_counting()
        else:
            stop_watching()
        try:
            compiled = untraced(execution.run)
        except LimitExceededError as limit:
            # The clock struck between two actions.
            execution.stop(limit)
        except LifetimesSeenError:
            execution.abandon()
            raise
        finally:
            clock.disarm()
            stop_counting()
        ended = time.perf_counter()
        used = resource.getrusage(resource.RUSAGE_SELF)
        return Result(
            outcome=execution.outcome,
            output=ctx.output.result(),
            exit_code=execution.exit_code,
            errors=ctx.errors,
            http_status=ctx.http_status,
            http_headers=list(ctx.headers),
            compile_ms=(compiled - started) * 1000,
            run_ms=(ended - compiled) * 1000,
            cpu_ms=max(0.0, used.ru_utime + used.ru_stime - started_cpu) * 1000,
            memory_bytes=clock.used_kb(used) << 10,
            is_volatile=ctx.volatile,
        )

    def measure_memory(self, descriptor: int) -> None:
        """Read what memory the process has from this descriptor of its /proc/self/statm; -1 is none."""
        clock.memory_descriptor = descriptor
        clock.note_memory()

    def forget(self) -> None:
        """Give up what the last script left; what the process has then no script is answerable for."""
        untraced(ctx.begin, Request(code=""))
        gc.enable()
        clock.note_memory()

    def describe(self) -> Dict[str, Any]:
        """What the engine is and has, for `/api/runtime` and cache keys."""
        return {
            "php_version": PHP_VERSION,
            "engine_version": ENGINE_VERSION,
            "extensions": list(self.library.extensions),
            "functions": sorted(self.library.functions),
        }

    def warm_up(self) -> None:
        """Load what needs files and run scripts of our own, so that what the first client's script needs is there."""
        preload(self.library)
        for code in WARM_UP:
            self.execute(Request(code=code))
        gc.collect()


def names_lifetimes(request: Request) -> bool:
    """Whether the script or a file that was sent with it names anything by which lifetimes are seen."""
    if may_see_lifetimes(request.code):
        return True
    return type(request.files) is dict and any(map(may_see_lifetimes, request.files.values()))


class Execution:
    """One run of a script: what happens to it, and what PHP prints about that."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.outcome = Outcome.OK
        self.exit_code = 0

    def run(self) -> float:
        """Compile, run, shut down. Returns when compiling had ended."""
        request = ctx.request
        unit: Optional[Unit] = None
        if request.http is not None and not self.guard(read_body_at_start):
            self.guard(ctx.output.flush_all)
            return time.perf_counter()
        self.guard(lambda: self._compile(request))
        compiled = time.perf_counter()
        unit = self.unit
        if unit is not None:
            main = unit
            self.guard(lambda: _run_main(main))
            self.shut_down()
        else:
            self.guard(ctx.output.flush_all)
        return compiled

    unit: Optional[Unit] = None

    def _compile(self, request: Request) -> None:
        source = request.code
        if source.startswith("#!"):
            source = source[source.find("\n") + 1 :] if "\n" in source else ""
        self.unit = self.engine.compile(request.code, request.filename, is_entry=True)

    def guard(self, action: Any) -> bool:
        """Run `action`; True when it ended by itself. Everything that can end a script ends here."""
        try:
            untraced(action)
        except PhpThrown as thrown:
            self._uncaught(thrown)
        except ScriptExit as exit_:
            if exit_.status is not None:
                self.exit_code = exit_.status
        except CompileError as error:
            self._compile_error(error)
        except PrintedFatalError:
            self._fail(Outcome.FATAL_ERROR)
        except FatalError as error:
            self._fatal(error)
        except LimitExceededError as limit:
            self._limit(limit)
        except RecursionError:
            self._limit(LimitExceededError(Outcome.DEPTH_LIMIT, memory_text()))
        except MemoryError:
            self._limit(LimitExceededError(Outcome.MEMORY_LIMIT, memory_text()))
        else:
            return True
        return False

    def _fail(self, outcome: Outcome) -> None:
        if self.outcome is Outcome.OK:
            self.outcome = outcome
        self.exit_code = 255

    def _uncaught(self, thrown: PhpThrown) -> None:
        caught_for_good(thrown)
        if ctx.exception_handlers and ctx.exception_handlers[-1] is not None:
            # While it runs there is no handler; afterwards it is back, unless it set another one.
            handler = ctx.exception_handlers[-1]
            ctx.exception_handlers.append(None)
            self._fail(Outcome.UNCAUGHT_EXCEPTION)
            target = thrown.object
            self.guard(lambda: handler(target))
            if ctx.exception_handlers and ctx.exception_handlers[-1] is None:
                ctx.exception_handlers.pop()
            return
        self._fail(Outcome.UNCAUGHT_EXCEPTION)
        self.guard(lambda: report_uncaught(thrown.object))

    def _compile_error(self, error: CompileError) -> None:
        self._fail(Outcome.COMPILE_ERROR)
        level = E_PARSE if error.kind == "Parse error" else E_COMPILE_ERROR
        ctx.report(level, error.message, ctx.request.filename, error.line)

    def _fatal(self, error: FatalError) -> None:
        self._fail(Outcome.FATAL_ERROR)
        if error.line is not None:
            ctx.report(E_ERROR, error.message, error.file or ctx.request.filename, error.line)
        else:
            file, line = _position_of(error)
            ctx.report(E_ERROR, error.message, file, line)

    def stop(self, limit: LimitExceededError) -> None:
        """End by a limit, running nothing more of the script's."""
        self._limit(limit)
        self.abandon()

    def _limit(self, limit: LimitExceededError) -> None:
        # Nothing of the script's runs after this, so there is nothing to interrupt.
        clock.disarm()
        # Whatever happened before: a handler of an uncaught exception ends by its limit too.
        self.outcome = limit.outcome
        self.exit_code = 255
        file, line = _position_of(limit)
        if limit.outcome is Outcome.OUTPUT_LIMIT:
            ctx.errors.append(Diagnostic("Fatal error", limit.message, file, line))
            return
        ctx.output.buffers = []
        ctx.report(E_ERROR, limit.message, file, line)

    def shut_down(self) -> None:
        """Shutdown functions, output buffers, destructors: PHP's order."""
        hard = self.outcome in (Outcome.TIME_LIMIT, Outcome.MEMORY_LIMIT, Outcome.OUTPUT_LIMIT, Outcome.DEPTH_LIMIT)
        if hard:
            self.abandon()
            return
        ctx.ending = False
        while ctx.shutdown_functions:
            function, arguments = ctx.shutdown_functions.pop(0)
            if not self.guard(lambda call=function, values=arguments: call(*values)):
                ctx.shutdown_functions.clear()
        if self.outcome in (Outcome.OK, Outcome.UNCAUGHT_EXCEPTION):
            self.guard(destroy_all)
            if ctx.states:
                self.guard(close_filtered)
            self._close_suspended()
        if ctx.output.buffers:
            self.guard(ctx.output.flush_all)
        if not ctx.output.headers_sent:
            self.guard(ctx.output.finish)
        self.abandon()

    def abandon(self) -> None:
        """Close what is still suspended, none of its code running: it must not wake up in another execution."""
        ctx.ending = True
        if ctx.states or ctx.destructibles:
            self.engine.is_spent = self.engine.is_spent or has_running_fibers()
        self._close_suspended()
        # What goes from here on is of no script's concern.
        ctx.numbered = {}
        ctx.destructibles = {}

    def _close_suspended(self) -> None:
        """Close fibers and generators that did not finish, if the script made any."""
        if ctx.states or ctx.destructibles:
            self.guard(close_fibers)
        if ctx.unfinished_generators or ctx.destructibles:
            self.guard(close_generators)


def _run_main(unit: Unit) -> None:
    ctx.included[ctx.request.filename] = True
    report_startup()
    if ctx.ini.get_bool("register_argc_argv"):
        arguments = PhpArray([ctx.request.script_name or ctx.request.filename, *ctx.request.args])
        ctx.globals["argv"] = Ref(arguments)
        ctx.globals["argc"] = Ref(len(arguments))
    run_unit_declarations(unit)
    unit.main(ctx.globals)
    rethrow()


def report_uncaught(thrown: Any) -> None:
    """PHP's message for an exception that nobody caught."""
    settle(thrown)
    storage = thrown.__dict__
    file, line = to_string(storage.get("g_file", "")), storage.get("g_line", 0)
    name = thrown.php_class.name
    if "parseerror" in thrown.ancestors or "compileerror" in thrown.ancestors:
        level = E_PARSE if "parseerror" in thrown.ancestors else E_ERROR
        ctx.report(level, to_string(storage.get("g_message", "")), file, line)
        _annotate(name, thrown)
        return
    text = thrown.php_class.methods["__tostring"].function(thrown)
    ctx.report(E_ERROR, f"Uncaught {text}\n  thrown", file or "Unknown", line)
    _annotate(name, thrown)


def _annotate(name: str, thrown: Any) -> None:
    if ctx.errors:
        ctx.errors[-1].class_name = name
        ctx.errors[-1].trace = trace_text(thrown)


def _position_of(error: BaseException) -> Tuple[str, int]:
    """Where PHP code stood when a Python exception left it."""
    found = (ctx.request.filename, 0)
    traceback = error.__traceback__
    while traceback is not None:
        frame = traceback.tb_frame
        unit = frame.f_globals.get("UNIT")
        if unit is not None and frame.f_code.co_filename in unit.codes:
            lines = unit.codes[frame.f_code.co_filename].lines
            number = traceback.tb_lineno
            found = (unit.path, lines[number] if number < len(lines) else 0)
        traceback = traceback.tb_next
    return found


def notices_until(error: CompileError, script: Script, source: str, path: str) -> List[Tuple[int, str, int]]:
    """What PHP says of a file before it finds that it cannot compile it, other than what the checks said."""
    if error.kind != "Fatal error":
        return []
    try:
        return [notice for notice in compile_notices(script, source, path) if notice[2] <= error.line]
    except CompileError:
        # The names themselves are what is wrong.
        return []


def make_library() -> Library:
    """All chapters, with their classes built."""
    chapters = load_chapters()
    library = Library(())
    natives = []
    for chapter in chapters:
        natives += [(native, getattr(chapter, "EXTENSION", "standard")) for native in getattr(chapter, "CLASSES", ())]
    for php_class in build_classes(natives).values():
        library.add_class(php_class)
    for chapter in chapters:
        library.add_functions(chapter)
    return library


WARM_UP = (
    (
        '<?php $a = [1, 2, 3]; foreach ($a as $k => $v) { echo $k, $v, "\\n"; }'
        " $s = ''; for ($i = 0; $i < 10; $i++) { $s .= $i; } echo strlen($s), count($a);"
    ),
    # Where fibers are threads, the C library loads a library when the first one ends.
    "<?php $f = new Fiber(function () { Fiber::suspend(1); }); echo $f->start(); $f->resume();",
)
