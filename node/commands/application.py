"""The subcommands that typer parses."""

from __future__ import annotations

from typing import Annotated, NoReturn

import typer

from node.commands import cache, config, doctor, serve

app = typer.Typer(add_completion=False, no_args_is_help=True, help="Runs PHP scripts over HTTP, inside limits.")

cache_app = typer.Typer(no_args_is_help=True, help="The response cache.")
app.add_typer(cache_app, name="cache")

Port = Annotated[int | None, typer.Option(help="Port to listen on; 0 takes a free one.")]
Host = Annotated[str | None, typer.Option(help="Address to listen on.")]
Workers = Annotated[int | None, typer.Option(help="Node processes; one per core unless said otherwise.")]
PoolSize = Annotated[int | None, typer.Option(help="Executors per node process.")]


@app.command("serve")
def _serve(port: Port = None, host: Host = None, workers: Workers = None, pool_size: PoolSize = None) -> None:
    """Serve one node until told to stop."""
    raise typer.Exit(serve.serve(port=port, host=host, workers=workers, engine_pool_size=pool_size))


@app.command("up")
def _up(port: Port = None, host: Host = None, workers: Workers = None, pool_size: PoolSize = None) -> None:
    """Start what this machine can hold of a cluster, and say how to use it."""
    raise typer.Exit(
        serve.serve(port=port, host=host, workers=workers, engine_pool_size=pool_size, says_how_to_use_it=True)
    )


@app.command("config")
def _config() -> None:
    """Print the effective settings and where each comes from."""
    raise typer.Exit(config.show())


@app.command("doctor")
def _doctor() -> None:
    """Say what this machine lacks, and what that costs."""
    raise typer.Exit(doctor.examine())


Tenant = Annotated[str | None, typer.Option(help="The tenant whose responses are meant.")]
Script = Annotated[str | None, typer.Option(help="The script that is meant: its file, or its tag.")]


@cache_app.command("purge")
def _purge(tenant: Tenant = None, script: Script = None) -> None:
    """Forget cached responses on all nodes: a tenant's, a script's, or all."""
    raise typer.Exit(cache.purge_responses(tenant=tenant, script=script))


@app.command("run", context_settings={"ignore_unknown_options": True, "allow_extra_args": True})
def _run() -> None:
    """Run a script as php's command line does: `howdah run [-d name=value] FILE [ARGS…]`."""


def main() -> NoReturn:
    """Parse the command line and run it."""
    app()
    raise SystemExit
