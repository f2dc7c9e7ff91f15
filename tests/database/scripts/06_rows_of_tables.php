<?php
function t($f) { try { var_dump($f()); } catch (Throwable $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; } }
$c = pg_connect(getenv("DATABASE_CONNECTION"));
pg_query($c, 'DROP SCHEMA IF EXISTS other CASCADE');
pg_query($c, "CREATE TYPE mood AS ENUM ('ok', 'bad')");
pg_query($c, "CREATE SCHEMA other");
pg_query($c, 'CREATE TABLE all_types (id serial PRIMARY KEY, b bool, i2 int2, i8 int8, o oid, f4 float4, n numeric(8,2) NOT NULL DEFAULT 3, m money, t text, nn text NOT NULL, ch char(3), vc varchar(9), d date, ti time, ts timestamp, tz timestamptz, ttz timetz, iv interval, by bytea, ip inet, cd cidr, mac macaddr, bi bit(3), vb varbit, po point, a int[], j json, e mood, u uuid)');
pg_query($c, 'CREATE TABLE other.small (id int, "Odd Name" text)');
pg_query($c, "COMMENT ON COLUMN other.small.id IS 'the number'");
print_r(pg_meta_data($c, 'all_types'));
print_r(pg_meta_data($c, 'other.small', true));
foreach (['', '.', 'nothing', 'other.nothing'] as $table) t(fn() => pg_meta_data($c, $table));
foreach (['', '.', 'nothing'] as $table) { t(fn() => pg_convert($c, $table, ['a' => 1])); t(fn() => pg_insert($c, $table, ['a' => 1])); t(fn() => pg_insert($c, $table, [])); t(fn() => pg_update($c, $table, ['a' => 1], ['a' => 1])); t(fn() => pg_delete($c, $table, ['a' => 1])); t(fn() => pg_select($c, $table, ['a' => 1])); }
$values = [null, true, false, 0, 7, -3, 1.5, 1e30, NAN, INF, '', 'NULL', '0', '1', 't', 'F', 'yes', 'True', 'TRUE', 'no', 'maybe', '12', '+12', '-7', '1.5', '.5', '5.', '1e3', 'inf', '-Infinity', 'nan', "a'b\\c", "two\nlines", '2024-02-03', '2024/2/3', '24-02-03', '2024-02-03 10:11:12', '2024-02-03T10:11:12.5+02:00', '2024-02-03 10:11 Europe/Paris', 'now()', 'Now()', 'now', '10:11', '10:11:12', '10:11:12.5', '1 day', '@ 1 day 2 hours ago', '1 year 2 mons', '1 day 10:11:12', '3', '1d', 'P1D', '10.0.0.1', '10.0.0.1/24', '256.1.1.1', '::1', '::ffff:1.2.3.4', 'fe80::1', '1:2:3:4:5:6:7:8', '1::2::3', '2001:db8::/32', '08:00:2b:01:02:03', '08:00:2B:01:02:03', '08-00-2b-01-02-03', '101', '(1,2)', '{1,2}', '{"a": 1}', 'ok', 'sad'];
$by_field = ['b' => 32, 'i8' => 32, 'n' => 32, 't' => 34, 'by' => 12, 'e' => 12, 'f4' => 0, 'm' => 0, 'o' => 0, 'd' => 0, 'ti' => 0, 'ts' => 0, 'ttz' => 0, 'iv' => 0, 'ip' => 0, 'cd' => 0, 'mac' => 0, 'j' => 0, 'bi' => 0];
$of_field = ['f4' => [true, '1', 'x', 1.5], 'm' => [null, 'x', 2, '1.5'], 'o' => ['x', 7], 'd' => array_slice($values, 33, 8), 'ti' => array_slice($values, 41, 6), 'ts' => array_slice($values, 33, 15), 'ttz' => ['10:11', '2024-02-03'], 'iv' => array_slice($values, 42, 10), 'ip' => array_slice($values, 50, 12), 'cd' => ['10.0.0.0/8', 7], 'mac' => array_slice($values, 60, 5), 'j' => ['{"a": 1}', true], 'bi' => ['101', 5]];
foreach ($by_field as $field => $count) {
    foreach ([...array_slice($values, 0, $count ?: 1), ...($of_field[$field] ?? [])] as $value) {
        echo $field, ' ', var_export($value, true), ' ';
        try { $made = pg_convert($c, 'all_types', [$field => $value]); echo json_encode($made === false ? false : array_map(fn($v) => [gettype($v), is_float($v) ? var_export($v, true) : $v], $made)), "\n"; }
        catch (Throwable $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; }
    }
}
foreach ([0, PGSQL_CONV_IGNORE_DEFAULT, PGSQL_CONV_FORCE_NULL, PGSQL_CONV_IGNORE_NOT_NULL, 1, 256] as $option) {
    foreach (['nn' => '', 't' => '', 'n' => null, 'id' => '', 'd' => ''] as $field => $value) t(fn() => pg_convert($c, 'all_types', [$field => $value], $option));
    t(fn() => pg_convert($c, 'all_types', ['nn' => null], $option));
}
foreach ([[5 => 1], ['x'], ['t' => []], ['t' => new stdClass], ['t' => $c], ['nope' => 1], [], ['T' => 1], ['t' => 'x', 'nope' => 1], ['i2' => 'x', 't' => []]] as $bad) {
    t(fn() => pg_convert($c, 'all_types', $bad)); t(fn() => pg_insert($c, 'all_types', $bad, PGSQL_DML_STRING)); t(fn() => pg_update($c, 'all_types', $bad, ['id' => 1], PGSQL_DML_STRING)); t(fn() => pg_update($c, 'all_types', ['id' => 1], $bad, PGSQL_DML_STRING)); t(fn() => pg_delete($c, 'all_types', $bad, PGSQL_DML_STRING)); t(fn() => pg_select($c, 'all_types', $bad, PGSQL_DML_STRING));
    t(fn() => pg_insert($c, 'all_types', $bad, PGSQL_DML_STRING | PGSQL_DML_NO_CONV)); t(fn() => pg_update($c, 'all_types', $bad, ['id' => 1], PGSQL_DML_STRING | PGSQL_DML_ESCAPE)); t(fn() => pg_select($c, 'all_types', $bad, PGSQL_DML_STRING | PGSQL_DML_NO_CONV));
}
$row = ['t' => "it's \\", 'nn' => 'n', 'i2' => 7, 'f4' => 1.5, 'b' => null, 'd' => '2024-02-03', 'by' => "\0\xff'"];
foreach ([PGSQL_DML_STRING, PGSQL_DML_STRING | PGSQL_DML_ESCAPE] as $option) {
    t(fn() => pg_insert($c, 'all_types', $row, $option)); t(fn() => pg_insert($c, 'all_types', [], $option));
    t(fn() => pg_update($c, 'all_types', $row, ['id' => 1, 'b' => null, 't' => null], $option)); t(fn() => pg_delete($c, 'all_types', $row, $option)); t(fn() => pg_select($c, 'all_types', ['id' => 1], $option)); t(fn() => pg_select($c, 'all_types', [], $option)); t(fn() => pg_select($c, 'other.small', ['Odd Name' => 'x'], $option));
}
t(fn() => pg_insert($c, 'all_types', ['t' => true, 'n' => 1.25, 'x' => null, 'y' => 'NULL'], PGSQL_DML_STRING | PGSQL_DML_NO_CONV)); t(fn() => pg_update($c, 'all_types', ['n' => 1.25, 'x' => null], ['y' => 'NULL', 'z' => null], PGSQL_DML_STRING | PGSQL_DML_NO_CONV)); t(fn() => pg_select($c, '"Quoted"."T"', ['y' => 'now()'], PGSQL_DML_STRING | PGSQL_DML_NO_CONV));
$made = pg_insert($c, 'all_types', $row); t(fn() => get_class($made)); t(fn() => pg_affected_rows($made));
t(fn() => get_class(pg_insert($c, 'all_types', ['nn' => 'two', 'id' => '']))); t(fn() => get_class(pg_insert($c, 'other.small', ['id' => 1, 'Odd Name' => "o'dd"], PGSQL_DML_EXEC | PGSQL_DML_STRING))); t(fn() => pg_insert($c, 'other.small', ['id' => 2], PGSQL_DML_ASYNC)); while ($r = pg_get_result($c)) t(fn() => pg_affected_rows($r));
t(fn() => pg_insert($c, 'all_types', ['nn' => 'x', 'e' => 'sad'])); t(fn() => pg_insert($c, 'all_types', ['id' => 1, 'nn' => 'again']));
t(fn() => pg_update($c, 'all_types', ['t' => 'new'], ['id' => 1])); t(fn() => pg_update($c, 'all_types', [], ['id' => 1])); t(fn() => pg_update($c, 'all_types', ['t' => 1], [])); t(fn() => pg_update($c, 'all_types', ['e' => 'sad'], ['id' => 1])); t(fn() => pg_update($c, 'all_types', ['t' => 'newer'], ['id' => 1], PGSQL_DML_EXEC | PGSQL_DML_STRING));
t(fn() => pg_select($c, 'all_types', ['id' => 1])); t(fn() => pg_select($c, 'other.small', ['id' => 1], PGSQL_DML_EXEC, PGSQL_NUM)); t(fn() => pg_select($c, 'other.small', ['id' => 1], PGSQL_DML_EXEC, PGSQL_BOTH)); t(fn() => pg_select($c, 'other.small', ['id' => 99])); t(fn() => pg_select($c, 'other.small')); t(fn() => pg_select($c, 'other.small', ['id' => 1], 0)); t(fn() => pg_select($c, 'other.small', ['id' => 1], PGSQL_DML_EXEC, 9)); t(fn() => pg_select($c, 'other.small', ['id' => 'x'], PGSQL_DML_NO_CONV | PGSQL_DML_EXEC));
t(fn() => pg_delete($c, 'other.small', ['id' => 1])); t(fn() => pg_delete($c, 'other.small', [])); t(fn() => pg_delete($c, 'all_types', ['e' => 'sad'])); t(fn() => pg_fetch_all(pg_query($c, 'SELECT id, t, nn FROM all_types ORDER BY id'))); t(fn() => pg_fetch_all(pg_query($c, 'SELECT * FROM other.small')));
foreach ([1, 1 << 20, PGSQL_DML_ASYNC] as $option) { t(fn() => pg_insert($c, 'all_types', $row, $option)); t(fn() => pg_update($c, 'all_types', $row, ['id' => 1], $option)); t(fn() => pg_delete($c, 'all_types', $row, $option)); t(fn() => pg_select($c, 'all_types', $row, $option)); while (pg_get_result($c)); }
pg_query($c, 'SET standard_conforming_strings = off'); t(fn() => pg_convert($c, 'all_types', ['t' => "a\\'b", 'by' => "\0\\"])); t(fn() => pg_select($c, 'all_types', ['t' => "a\\'b"], PGSQL_DML_STRING | PGSQL_DML_ESCAPE)); t(fn() => pg_escape_string($c, "a\\'b")); t(fn() => pg_escape_literal($c, "a\\'b")); t(fn() => pg_escape_bytea($c, "\0a"));
pg_query($c, 'SET standard_conforming_strings = on'); $invalid = "AB\xff'";
t(fn() => pg_convert($c, 'all_types', ['t' => $invalid])); t(fn() => pg_insert($c, $invalid, ['t' => 1])); t(fn() => pg_insert($c, "$invalid.t", ['t' => 1])); t(fn() => pg_insert($c, $invalid, [])); t(fn() => pg_insert($c, 'all_types', [$invalid => 1], PGSQL_DML_STRING | PGSQL_DML_ESCAPE)); t(fn() => pg_update($c, 'all_types', ['t' => $invalid], ['t' => 1], PGSQL_DML_STRING | PGSQL_DML_ESCAPE)); t(fn() => pg_escape_literal($c, $invalid)); t(fn() => pg_escape_identifier($c, $invalid)); t(fn() => pg_meta_data($c, $invalid));
pg_send_query($c, 'SELECT 1'); t(fn() => pg_convert($c, 'all_types', ['t' => 1])); t(fn() => pg_get_result($c));
