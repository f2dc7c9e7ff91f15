"""`howdah serve`: one node until it is told to stop."""

from __future__ import annotations

import importlib.util
import sys

import structlog

from engine.executor import confinement, launch
from node import config, connections, logs, parent, succession

log = structlog.get_logger(__name__)

EXIT_BAD_SETTINGS = 2


def require_extras(settings: config.Settings) -> None:
    """Refuse to serve without what the settings ask for."""
    if settings.trace_endpoint is not None and importlib.util.find_spec("opentelemetry") is None:
        raise config.ConfigurationError("trace_endpoint needs OpenTelemetry: pip install 'howdah[otel]'")


def serve(
    *,
    port: int | None = None,
    host: str | None = None,
    workers: int | None = None,
    engine_pool_size: int | None = None,
    is_check: bool = False,
) -> int:
    """Serve, or say whether that could be; return the exit status."""
    inherited = succession.take_over()
    overrides: dict[str, object] = {
        "port": port,
        "host": host,
        "workers": workers,
        "engine_pool_size": engine_pool_size,
    }
    try:
        settings = config.load(overrides).settings
        interpreter = launch.find_interpreter(settings.executor_python)
        connections.require_c_parser()
        require_extras(settings)
        if is_check:
            return 0
        sockets = parent.listen(settings) if inherited is None else succession.sockets_of(inherited)
    except (config.ConfigurationError, launch.InterpreterError, connections.ParserError, parent.ListenError) as error:
        sys.stderr.write(f"howdah: {error}\n")
        return EXIT_BAD_SETTINGS
    confinement.make_room_for_groups()
    logs.configure(settings.log_level)
    for problem in config.unknown_variables():
        log.warning("unknown_setting", detail=problem)
    if not interpreter.is_pypy:
        log.warning("no_pypy", detail="scripts run on CPython: the same answers, loops 10 to 50 times slower")
    if not settings.require_keys:
        log.info("open_to_all", detail="no API keys are asked for: whoever reaches this address may run scripts")
    log.info(
        "starting", address=parent.address(sockets[0]), processes=settings.workers, interpreter=interpreter.version
    )
    return parent.Parent(settings, sockets, overrides, inherited).run()
