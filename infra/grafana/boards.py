"""What is on each dashboard, top to bottom. `make dashboards` writes the JSON that Grafana is given."""

from __future__ import annotations

from infra.grafana.panels import CHOSEN, Board, Chart, Figure, Query, Row

_RATE = "[$__rate_interval]"


def rate(metric: str, by: str = "", where: str = "") -> str:
    """Per second, of the chosen nodes together."""
    selector = f"{CHOSEN}, {where}" if where else CHOSEN
    grouping = f" by ({by})" if by else ""
    return f"sum{grouping} (rate({metric}{{{selector}}}{_RATE}))"


def gauge(metric: str, by: str = "") -> str:
    """Now, of the chosen nodes together."""
    grouping = f" by ({by})" if by else ""
    return f"sum{grouping} ({metric}{{{CHOSEN}}})"


def quantile(share: float, histogram: str, where: str = "", by: str = "") -> str:
    """A quantile of a histogram, by further labels."""
    labels = f"le, {by}" if by else "le"
    return f"histogram_quantile({share:g}, {rate(f'{histogram}_bucket', labels, where)})"


def quantiles(histogram: str, where: str = "") -> tuple[Query, ...]:
    """Median, 95 % and 99 %."""
    return tuple(Query(quantile(share, histogram, where), f"{share * 100:g} %") for share in (0.5, 0.95, 0.99))


_REQUEST = "howdah_node_request_duration_seconds"
_STAGE = "howdah_node_stage_duration_seconds"
_HITS = f"{rate('howdah_node_responses_total', where='cache=~`hit`')}".replace("`", '"')
_LOOKED_UP = rate("howdah_node_responses_total", where='cache!="bypass"')

CLUSTER = Board(
    "howdah-cluster", "Howdah / Cluster", "Does it answer, how fast, and how near to its limits is it?",
    (
        Row("Now", (
            Figure("Nodes ready", "Nodes with a process that takes work.", "none",
                   Query(f"sum(howdah_node_ready{{{CHOSEN}}} > bool 0)")),
            Figure("Requests", "Answered per second.", "reqps", Query(rate("howdah_node_requests_total"))),
            Figure("Failures", "Share of answers that are 500, 502 or 503.", "percentunit",
                   Query(f'{rate("howdah_node_requests_total", where="status=~@500|502|503@")}'.replace("@", '"')
                         + f' / {rate("howdah_node_requests_total")}')),
            Figure("Slowest percent", "99 % of requests take less.", "s", Query(quantile(0.99, _REQUEST))),
            Figure("Served from a cache", "Share of cacheable executions.", "percentunit",
                   Query(f"{_HITS} / {_LOOKED_UP}")),
            Figure("Executors busy", "Share of their time.", "percentunit",
                   Query(f'{rate("howdah_node_executors_busy_seconds_total")} / {gauge("howdah_node_executors")}')),
        )),
        Row("Traffic", (
            Chart("Requests by status", "HTTP answers.", "reqps",
                  (Query(rate("howdah_node_requests_total", "status") + " > 0", "{{status}}"),), stacks=True),
            Chart("Latency", "From a request's head to its answer.", "s", quantiles(_REQUEST)),
            Chart("Executions by outcome", "What became of scripts.", "ops",
                  (Query(rate("howdah_node_executions_total", "outcome") + " > 0", "{{outcome}}"),), stacks=True),
            Chart("Requests by node", "Whether the balancer spreads them.", "reqps",
                  (Query(rate("howdah_node_requests_total", "instance"), "{{instance}}"),), stacks=True),
        )),
        Row("Objectives", (
            Chart("Failures against the objective", "0.1 % is allowed over 30 days; see RUNBOOK.md.", "percentunit",
                  (Query("cluster:howdah_request_failures:ratio_rate5m", "5 minutes"),
                   Query("cluster:howdah_request_failures:ratio_rate1h", "1 hour"),
                   Query("vector(0.001)", "allowed"))),
            Chart("Late executions against the objective", "1 % may wait longer than 100 ms.", "percentunit",
                  (Query("cluster:howdah_queue_late:ratio_rate5m", "5 minutes"),
                   Query("cluster:howdah_queue_late:ratio_rate1h", "1 hour"),
                   Query("vector(0.01)", "allowed"))),
        )),
        Row("Room", (
            Chart("Queue", "Executions that no executor has yet.", "none",
                  (Query(gauge("howdah_node_queue_length", "instance"), "{{instance}}"),)),
            Chart("Shed by reason", "Refused for load; nothing was run.", "ops",
                  (Query(rate("howdah_node_shed_total", "reason"), "{{reason}}"),), stacks=True),
        )),
        Row("Balancer", (
            Chart("Nodes by state", "In: requests go there.", "none",
                  (Query("max by (state) (howdah_balancer_nodes)", "{{state}}"),)),
            Chart("Weights", "A node that failed comes back slowly.", "none",
                  (Query("max by (node) (howdah_balancer_node_weight)", "{{node}}"),)),
            Chart("Probes without answer", "Per second; a node is out after two.", "ops",
                  (Query(f"sum by (node) (rate(howdah_balancer_probe_failures_total{_RATE}))", "{{node}}"),)),
            Chart("New lists for nginx", "Per second; reloads are those that nginx did not have at hand.", "ops",
                  (Query(f"sum by (instance) (rate(howdah_balancer_changes_total{_RATE}))", "{{instance}}"),
                   Query(f"sum by (instance) (rate(howdah_balancer_reloads_total{_RATE}))", "{{instance}} reloads"))),
        )),
    ),
)  # fmt: skip

NODE = Board(
    "howdah-node", "Howdah / Node", "One node, or some: its processes, its loop, what it uses.",
    (
        Row("Processes", (
            Chart("Processes", "Running, ready, draining.", "none",
                  (Query(gauge("howdah_node_processes"), "running"), Query(gauge("howdah_node_ready"), "ready"),
                   Query(gauge("howdah_node_draining"), "draining"))),
            Chart("Versions", "More than one during a deploy.", "none",
                  (Query(f"count by (version) (howdah_node_build_info{{{CHOSEN}}})", "{{version}}"),)),
            Chart("CPU", "Of the node, its zygote and its executors.", "percentunit",
                  (Query(rate("howdah_node_cpu_seconds_total", "instance"), "{{instance}}"),)),
            Chart("Memory", "Proportional, the executors' included.", "bytes",
                  (Query(gauge("howdah_node_memory_bytes", "instance"), "{{instance}}"),)),
        )),
        Row("Door", (
            Chart("Connections", "Open client connections.", "none",
                  (Query(gauge("howdah_node_connections", "instance"), "{{instance}}"),)),
            Chart("Requests in flight", "Memory hits are over before they could be seen.", "none",
                  (Query(gauge("howdah_node_requests_in_flight", "instance"), "{{instance}}"),)),
            Chart("Event loop lag", "How late timers fire: what every request of the process waits too.", "s",
                  quantiles("howdah_node_event_loop_lag_seconds")),
            Chart("Queue bytes", "Size of the executions that wait.", "bytes",
                  (Query(gauge("howdah_node_queue_bytes", "instance"), "{{instance}}"),)),
            Chart("Queue limit", "How many may wait now: it falls while more comes than can be done.", "none",
                  (Query(gauge("howdah_node_queue_limit", "instance, lane"), "{{instance}} {{lane}}"),)),
        )),
    ),
)  # fmt: skip

ENGINE = Board(
    "howdah-engine", "Howdah / Engine", "Where the time of an execution goes, and how executors come and go.",
    (
        Row("Stages", (
            Chart("Stages, median", "What each stage of an execution took.", "s",
                  (Query(quantile(0.5, _STAGE, by="stage"), "{{stage}}"),)),
            Chart("Stages, slowest percent", "99 % take less.", "s",
                  (Query(quantile(0.99, _STAGE, by="stage"), "{{stage}}"),)),
            Chart("Time by stage", "Seconds per second: where the cluster's time goes.", "none",
                  (Query(rate(f"{_STAGE}_sum", "stage"), "{{stage}}"),), stacks=True),
            Chart("Compilations", "Scripts that an executor had not compiled yet.", "ops",
                  (Query(rate(f"{_STAGE}_count", where='stage="compile"'), "compiled"),
                   Query(rate(f"{_STAGE}_count", where='stage="run"'), "run"))),
        )),
        Row("Executors", (
            Chart("Pool", "Wanted, alive and busy.", "none",
                  (Query(gauge("howdah_node_executors"), "wanted"),
                   Query(gauge("howdah_node_executors_alive"), "alive"),
                   Query(gauge("howdah_node_executors_busy"), "busy"))),
            Chart("Started and lost", "Lost: died under a script in a way nobody planned.", "ops",
                  (Query(rate("howdah_node_executors_forked_total"), "started"),
                   Query(rate("howdah_node_executors_lost_total"), "lost"),
                   Query(rate("howdah_node_zygotes_lost_total"), "zygotes lost"))),
            Chart("Recycled", "Replaced in an orderly way, by reason.", "ops",
                  (Query(rate("howdah_node_executors_recycled_total", "reason"), "{{reason}}"),), stacks=True),
            Chart("Killed", "By reason.", "ops",
                  (Query(rate("howdah_node_executors_killed_total", "reason"), "{{reason}}"),), stacks=True),
            Chart("Fork", "From wanting an executor to having it.", "s",
                  quantiles("howdah_node_executor_fork_duration_seconds")),
            Chart("Lanes", "Where scripts ran: CPython for what is new, PyPy for what is hot.", "ops",
                  (Query(rate("howdah_node_lane_executions_total", "lane"), "{{lane}}"),), stacks=True),
        )),
    ),
)  # fmt: skip

STORES = Board(
    "howdah-stores", "Howdah / Cache and database", "What the caches save, and how Redis and Postgres do.",
    (
        Row("Response cache", (
            Chart("Answers by source", "memory, another request's run, Redis, an executor.", "reqps",
                  (Query(rate(f"{_REQUEST}_count", "source", 'source!="none"'), "{{source}}"),), stacks=True),
            Chart("Latency by source", "Median.", "s", (Query(quantile(0.5, _REQUEST, by="source"), "{{source}}"),)),
            Chart("Reads in the process", "Memory, and runs that are under way.", "ops",
                  (Query(rate("howdah_cache_reads_total", "tier, result"), "{{tier}} {{result}}"),)),
            Chart("Memory", "Bytes of cached responses.", "bytes",
                  (Query(gauge("howdah_cache_bytes", "instance"), "{{instance}}"),)),
            Chart("Entries", "Cached responses.", "none",
                  (Query(gauge("howdah_cache_entries", "instance"), "{{instance}}"),)),
            Chart("Evicted and purged", "Pushed out for want of room; removed by a purge.", "ops",
                  (Query(rate("howdah_cache_evictions_total"), "evicted"),
                   Query(rate("howdah_cache_purged_total"), "purged"))),
        )),
        Row("Redis", (
            Chart("Reachable", "Node processes that reach it.", "none",
                  (Query(gauge("howdah_cache_redis_up"), "reach it"), Query(gauge("howdah_node_processes"), "all"))),
            Chart("Lookups", "By result.", "ops",
                  (Query(rate("howdah_cache_redis_lookups_total", "result"), "{{result}}"),), stacks=True),
            Chart("Lookup time", "Waiting for another node's run included.", "s", quantiles(_STAGE, 'stage="redis"')),
            Chart("Size", "Memory that Redis uses.", "bytes", (Query("max(howdah_cache_redis_bytes)", "used"),)),
            Chart("Entries and losses", "Names in Redis; times it was given up.", "none",
                  (Query("max(howdah_cache_redis_entries)", "entries"),
                   Query(rate("howdah_cache_redis_losses_total"), "losses per second"))),
            Chart("Written", "As packed.", "Bps", (Query(rate("howdah_cache_redis_stored_bytes_total"), "written"),)),
        )),
        Row("Postgres", (
            Chart("Reachable", "Node processes that reach it.", "none",
                  (Query(gauge("howdah_node_database_up"), "reach it"),)),
            Chart("Connections", "By state.", "none",
                  (Query(gauge("howdah_node_database_connections", "state"), "{{state}}"),), stacks=True),
            Chart("Statements", "By result.", "ops",
                  (Query(rate("howdah_node_database_queries_total", "result"), "{{result}}"),), stacks=True),
            Chart("Statement time", "As scripts wait for it.", "s", quantiles(_STAGE, 'stage="database"')),
        )),
    ),
)  # fmt: skip

TENANTS = Board(
    "howdah-tenants", "Howdah / Tenants", "Who uses what. The first hundred tenants by name, all others as `other`.",
    (
        Row("Use", (
            Chart("Executions", "The ten busiest.", "ops",
                  (Query(f'topk(10, {rate("howdah_tenant_executions_total", "tenant")})', "{{tenant}}"),)),
            Chart("CPU", "The ten hungriest.", "percentunit",
                  (Query(f'topk(10, {rate("howdah_tenant_cpu_seconds_total", "tenant")})', "{{tenant}}"),),
                  stacks=True),
            Chart("Served from a cache", "Share of a tenant's executions.", "percentunit",
                  (Query(f'{rate("howdah_tenant_cache_hits_total", "tenant")}'
                         f' / {rate("howdah_tenant_executions_total", "tenant")}', "{{tenant}}"),)),
            Chart("Shed", "Refused for load.", "ops",
                  (Query(f'topk(10, {rate("howdah_tenant_shed_total", "tenant")})', "{{tenant}}"),)),
        )),
    ),
)  # fmt: skip

BOARDS = (CLUSTER, NODE, ENGINE, STORES, TENANTS)
