-- How many connections each node process may hold, so that all of them together stay below max_connections.
CREATE TABLE howdah.connection_leases (
    holder uuid PRIMARY KEY,
    connections integer NOT NULL CHECK (connections >= 0),
    expires timestamptz NOT NULL
);

-- Renews a holder's lease: what it may hold now, and what it should come down to. What others hold is theirs until they
-- give it back or their lease ends, so the sum never exceeds the budget, however many holders come at once.
CREATE FUNCTION howdah.lease_connections(
    me uuid, wanted integer, held integer, reserved integer, lifetime interval, OUT granted integer, OUT share integer
) LANGUAGE plpgsql AS $$
DECLARE
    budget integer := current_setting('max_connections')::integer
        - current_setting('superuser_reserved_connections')::integer - reserved;
    others integer;
    holders integer;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtext('howdah.connection_leases'));
    DELETE FROM howdah.connection_leases WHERE expires < clock_timestamp();
    SELECT coalesce(sum(connections), 0), count(*) + 1 INTO others, holders
        FROM howdah.connection_leases WHERE holder <> me;
    share := least(wanted, greatest(budget, 0) / holders);
    granted := greatest(least(greatest(share, held), budget - others), 0);
    INSERT INTO howdah.connection_leases VALUES (me, granted, clock_timestamp() + lifetime)
        ON CONFLICT (holder) DO UPDATE SET connections = excluded.connections, expires = excluded.expires;
END $$;
