-- API keys: only their digests. A tenant is a name; what it may do is said by its keys.
CREATE TABLE howdah.api_keys (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    digest bytea NOT NULL UNIQUE CHECK (length(digest) = 32),
    prefix text NOT NULL,
    tenant text NOT NULL CHECK (tenant ~ '^[a-z0-9][a-z0-9_-]{0,62}$'),
    label text NOT NULL DEFAULT '',
    requests_per_second double precision NOT NULL CHECK (requests_per_second > 0),
    burst integer NOT NULL CHECK (burst > 0),
    created timestamptz NOT NULL DEFAULT now(),
    expires timestamptz,
    revoked timestamptz
);
CREATE INDEX api_keys_of_tenant ON howdah.api_keys (tenant);
