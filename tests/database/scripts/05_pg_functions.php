<?php
function t($f) { try { var_dump($f()); } catch (Throwable $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; } }
$c = pg_connect(getenv("DATABASE_CONNECTION"));
t(fn() => get_class($c)); t(fn() => pg_connection_status($c) === PGSQL_CONNECTION_OK);
$r = pg_query($c, "SELECT 1 AS a, 'x' AS b, NULL AS n, true AS t, 1.5::float8 AS f");
t(fn() => get_class($r)); t(fn() => pg_num_rows($r)); t(fn() => pg_num_fields($r)); t(fn() => pg_field_name($r, 1)); t(fn() => pg_field_type($r, 0)); t(fn() => pg_field_num($r, 'b')); t(fn() => pg_field_num($r, 'zz'));
t(fn() => pg_fetch_assoc($r)); t(fn() => pg_fetch_assoc($r));
t(fn() => pg_fetch_row($r, 0)); t(fn() => pg_fetch_array($r, 0)); print_r(pg_fetch_object($r, 0)); t(fn() => pg_fetch_result($r, 0, 'b')); t(fn() => pg_fetch_result($r, 0, 1)); t(fn() => pg_fetch_all($r)); t(fn() => pg_fetch_all_columns($r, 1)); t(fn() => pg_field_is_null($r, 0, 'n')); t(fn() => pg_field_prtlen($r, 0, 1)); t(fn() => pg_field_size($r, 0)); t(fn() => pg_field_type_oid($r, 1));
t(fn() => @pg_fetch_row($r, 5)); t(fn() => pg_fetch_result($r, 0, 'zz'));
pg_query($c, 'DROP TABLE IF EXISTS pgt'); pg_query($c, 'CREATE TABLE pgt (id serial primary key, v text)');
$r = pg_query_params($c, 'INSERT INTO pgt (v) VALUES ($1), ($2) RETURNING id', ["a'b", null]); t(fn() => pg_affected_rows($r)); t(fn() => pg_fetch_all($r)); t(fn() => pg_result_status($r)); t(fn() => pg_result_status($r, PGSQL_STATUS_STRING));
$r = pg_query($c, "UPDATE pgt SET v = 'z'"); t(fn() => pg_affected_rows($r)); t(fn() => pg_result_status($r)); t(fn() => pg_result_status($r, PGSQL_STATUS_STRING)); t(fn() => pg_num_rows($r));
t(fn() => pg_prepare($c, 'sel', 'SELECT v FROM pgt WHERE id = $1') instanceof PgSql\Result); t(fn() => pg_fetch_result(pg_execute($c, 'sel', [1]), 0, 0)); t(fn() => pg_execute($c, 'nope', []));
t(fn() => pg_last_error($c)); t(fn() => pg_query($c, 'SELECT nonsense FROM pgt')); t(fn() => pg_last_error($c)); t(fn() => @pg_query_params($c, 'SELECT $1::int', ['abc'])); t(fn() => pg_last_error($c));
t(fn() => pg_escape_string($c, "a'b\\c")); t(fn() => pg_escape_literal($c, "a'b\\c")); t(fn() => pg_escape_identifier($c, 'a"b')); t(fn() => pg_escape_bytea($c, "\x00a'\\\xff")); t(fn() => pg_unescape_bytea('\x0061ff') === "\x00a\xff");
t(fn() => pg_transaction_status($c)); pg_query($c, 'BEGIN'); t(fn() => pg_transaction_status($c)); @pg_query($c, 'bad'); t(fn() => pg_transaction_status($c)); pg_query($c, 'ROLLBACK');
$bad = @pg_send_query($c, 'SELECT 1; SELECT 2'); while ($x = pg_get_result($c)) t(fn() => pg_fetch_row($x));
pg_send_query($c, 'SELECT nope'); $x = pg_get_result($c); t(fn() => pg_result_error($x)); t(fn() => pg_result_error_field($x, PGSQL_DIAG_SQLSTATE)); t(fn() => pg_result_error_field($x, PGSQL_DIAG_MESSAGE_PRIMARY)); t(fn() => pg_result_error_field($x, PGSQL_DIAG_MESSAGE_HINT)); pg_get_result($c);
t(fn() => pg_result_seek($r = pg_query($c, 'SELECT generate_series(1,3) AS n'), 1) ? pg_fetch_row($r) : 0);
while ($row = pg_fetch_assoc($q = $q ?? pg_query($c, 'SELECT generate_series(1,3) AS n'))) echo $row['n'], ' '; echo "\n";
t(fn() => pg_free_result($r)); t(fn() => pg_client_encoding($c)); 
t(fn() => pg_num_rows(pg_query($c, 'SELECT * FROM pgt'))); t(fn() => pg_query($c, '')); t(fn() => pg_version($c)['server'] != ''); t(fn() => is_int(pg_get_pid($c))); t(fn() => pg_ping($c)); t(fn() => pg_dbname($c) != '');
t(fn() => pg_fetch_all(pg_query($c, 'SELECT 1 AS a WHERE false'))); t(fn() => pg_fetch_all(pg_query($c, 'SELECT 1 AS a, 2 AS b'), PGSQL_NUM)); t(fn() => pg_fetch_array(pg_query($c, 'SELECT 1 AS a, 2 AS b'), null, PGSQL_ASSOC));
pg_query($c, "DO \$\$ BEGIN RAISE NOTICE 'hello'; END \$\$"); t(fn() => pg_last_notice($c)); t(fn() => pg_parameter_status($c, 'server_encoding'));
t(fn() => pg_fetch_all_columns(pg_query($c, 'SELECT 1'), 9));
class PgRow { public $a; public $x; function __construct($x = 0) { $this->x = $x; } } print_r(pg_fetch_object(pg_query($c, 'SELECT 5 AS a'), null, 'PgRow', [7]));
t(fn() => pg_fetch_row(pg_query('SELECT 8 AS eight'))); t(fn() => pg_close($c)); t(fn() => pg_query($c, 'SELECT 1'));
