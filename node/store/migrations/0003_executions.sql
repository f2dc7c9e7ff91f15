-- What ran, where nodes are told to write it down (EXECUTION_LOG). No key joins the two: a row is written without asking.
CREATE TABLE howdah.scripts (
    digest bytea PRIMARY KEY CHECK (length(digest) = 32),
    size_bytes integer NOT NULL,
    -- Only where sources are asked for (LOG_SOURCES).
    source bytea,
    seen timestamptz NOT NULL DEFAULT now()
);
CREATE TABLE howdah.executions (
    at timestamptz NOT NULL,
    node text NOT NULL,
    tenant text NOT NULL,
    script bytea NOT NULL,
    outcome text NOT NULL,
    cache text NOT NULL,
    queue_ms real NOT NULL,
    compile_ms real NOT NULL,
    run_ms real NOT NULL,
    cpu_ms real NOT NULL,
    memory_bytes bigint NOT NULL
);
CREATE INDEX executions_by_time ON howdah.executions USING brin (at);
CREATE INDEX executions_of_tenant ON howdah.executions (tenant, at);
