"""The subcommands that typer parses. Each loads its module when it runs: none waits for another's libraries."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, NoReturn

import typer

app = typer.Typer(add_completion=False, no_args_is_help=True, help="Runs PHP scripts over HTTP, inside limits.")

cache_app = typer.Typer(no_args_is_help=True, help="The response cache.")
app.add_typer(cache_app, name="cache")

keys_app = typer.Typer(no_args_is_help=True, help="API keys.")
app.add_typer(keys_app, name="keys")

Port = Annotated[int | None, typer.Option(help="Port to listen on; 0 takes a free one.")]
Host = Annotated[str | None, typer.Option(help="Address to listen on.")]
Workers = Annotated[int | None, typer.Option(help="Node processes; one per core unless said otherwise.")]
Folder = Annotated[Path | None, typer.Option(help="Where the cluster keeps its data, logs and lock.")]
PoolSize = Annotated[int | None, typer.Option(help="Executors per node process.")]


logs_app = typer.Typer(no_args_is_help=True, help="Access logs.")
app.add_typer(logs_app, name="logs")


@app.command("bench")
def _bench(
    url: Annotated[str, typer.Argument(help="The cluster to measure.")] = "http://127.0.0.1:10101",
    workload: Annotated[list[str] | None, typer.Option(help="Which to send; all but `loop` without it.")] = None,
    seconds: Annotated[float, typer.Option(min=0.1)] = 5.0,
    warm_up: Annotated[float, typer.Option(min=0)] = 2.0,
    connections: Annotated[int, typer.Option(min=1, max=10_000)] = 32,
    rate: Annotated[float | None, typer.Option(min=0.1, help="Open loop: so many a second, come what may.")] = None,
    compare: Annotated[str | None, typer.Option(help="A second URL, measured in turn.")] = None,
    key: Annotated[str | None, typer.Option(envvar="HOWDAH_KEY", help="API key.")] = None,
    html: Annotated[Path | None, typer.Option(help="Write a page with plots here.")] = None,
    continuous: Annotated[bool, typer.Option(help="Again and again, until stopped.")] = False,
) -> None:
    """Measure a cluster; fail on a single wrong answer."""
    from node.commands import bench

    raise typer.Exit(
        bench.bench(
            [url, *([compare] if compare else [])],
            workload or ["echo", "cached", "variables", "logic", "cold"],
            seconds=seconds,
            warm_up=warm_up,
            connections=connections,
            rate=rate,
            key=key,
            html=html,
            is_continuous=continuous,
        )
    )


@app.command("profile", context_settings={"ignore_unknown_options": True})
def _profile(
    script: Annotated[str, typer.Argument(help="The script.")],
    arguments: Annotated[list[str] | None, typer.Argument(help="Its arguments.")] = None,
    flames: Annotated[Path | None, typer.Option(help="Write a flame graph (SVG) here.")] = None,
) -> None:
    """Run a script and say where its time went, by PHP function and line."""
    from node.commands import profile

    raise typer.Exit(profile.profile(script, arguments or [], flames))


@app.command("top")
def _top(
    url: Annotated[list[str] | None, typer.Argument(help="Nodes; those of `howdah up` without it.")] = None,
    interval: Annotated[float, typer.Option(min=0.2)] = 2.0,
    once: Annotated[bool, typer.Option(help="Print one view and end.")] = False,
    folder: Folder = None,
) -> None:
    """Show what the nodes do now."""
    from node.commands import top

    raise typer.Exit(top.top(url or [], folder, interval, is_once=once))


@logs_app.command("report")
def _logs_report(
    files: Annotated[list[Path], typer.Argument(help="nginx's JSON access logs, nodes' logs; .gz too.")],
    html: Annotated[Path | None, typer.Option(help="Write a page with plots here.")] = None,
) -> None:
    """Percentiles, the slowest and the failing scripts."""
    from node.commands import logs

    raise typer.Exit(logs.report(files, html))


@app.command("serve")
def _serve(
    port: Port = None,
    host: Host = None,
    workers: Workers = None,
    pool_size: PoolSize = None,
    check: Annotated[bool, typer.Option("--check", help="Only say whether the settings would serve.")] = False,
) -> None:
    """Serve one node until told to stop; SIGHUP replaces it by what is on disk then, without a lost request."""
    from node.commands import serve

    raise typer.Exit(serve.serve(port=port, host=host, workers=workers, engine_pool_size=pool_size, is_check=check))


@app.command("up")
def _up(
    port: Port = None,
    host: Host = None,
    nodes: Annotated[int, typer.Option(min=1, max=64, help="Nodes behind nginx.")] = 2,
    workers: Annotated[int, typer.Option(min=1, max=64, help="Processes of each node.")] = 1,
    pool_size: PoolSize = None,
    folder: Folder = None,
    nginx: Annotated[str | None, typer.Option(help="The nginx to use instead of the one found.")] = None,
) -> None:
    """Run a whole cluster on this machine: nginx, nodes, Redis and Postgres."""
    from node.commands import up

    raise typer.Exit(
        up.up(port=port, host=host, nodes=nodes, workers=workers, pool_size=pool_size, folder=folder, nginx_path=nginx)
    )


@app.command("restart")
def _restart(folder: Folder = None) -> None:
    """Replace the nodes of the running cluster one after the other, without a failed request."""
    from node.commands import up

    raise typer.Exit(up.restart(folder))


@app.command("status")
def _status(folder: Folder = None) -> None:
    """Print what of the cluster runs, where, and where its logs are."""
    from node.commands import up

    raise typer.Exit(up.status(folder))


@app.command("down")
def _down(folder: Folder = None) -> None:
    """Stop the running cluster."""
    from node.commands import up

    raise typer.Exit(up.down(folder))


@app.command("config")
def _config() -> None:
    """Print the effective settings and where each comes from."""
    from node.commands import config

    raise typer.Exit(config.show())


@app.command("doctor")
def _doctor() -> None:
    """Say what this machine lacks, and what that costs."""
    from node.commands import doctor

    raise typer.Exit(doctor.examine())


Tenant = Annotated[str | None, typer.Option(help="The tenant whose responses are meant.")]
Script = Annotated[str | None, typer.Option(help="The script that is meant: its file, or its tag.")]


@cache_app.command("purge")
def _purge(tenant: Tenant = None, script: Script = None) -> None:
    """Forget cached responses on all nodes: a tenant's, a script's, or all."""
    from node.commands import cache

    raise typer.Exit(cache.purge_responses(tenant=tenant, script=script))


TenantName = Annotated[str, typer.Option(help="Whose key it is: its scripts share executors, cache and database.")]
Label = Annotated[str, typer.Option(help="What the key is for.")]
Rate = Annotated[float, typer.Option(help="Executions a second, in the mean.", min=0.001, max=1e6)]
Burst = Annotated[int | None, typer.Option(help="Executions at once; else as many as the rate.", min=1, max=10**6)]
Days = Annotated[int | None, typer.Option(help="Days until it expires; never unless said.", min=1, max=36500)]


@keys_app.command("create")
def _create_key(
    tenant: TenantName, label: Label = "", rate: Rate = 100.0, burst: Burst = None, days: Days = None
) -> None:
    """Make a key and print it, this once."""
    from node.commands import keys

    raise typer.Exit(keys.create(tenant=tenant, label=label, rate=rate, burst=burst, days=days))


@keys_app.command("list")
def _list_keys() -> None:
    """List the keys, without what opens anything."""
    from node.commands import keys

    raise typer.Exit(keys.show())


@keys_app.command("revoke")
def _revoke_key(number: int) -> None:
    """Make a key worthless."""
    from node.commands import keys

    raise typer.Exit(keys.revoke(number))


@app.command("run", context_settings={"ignore_unknown_options": True, "allow_extra_args": True})
def _run() -> None:
    """Run a script as php's command line does: `howdah run [-d name=value] FILE [ARGS…]`."""


def main() -> NoReturn:
    """Parse the command line and run it."""
    app()
    raise SystemExit
