<?php
$db = new PDO(getenv("DATABASE_DSN"), null, null, [PDO::ATTR_EMULATE_PREPARES => true]);
$st = $db->prepare('SELECT ? AS a, ? AS b, ? AS c, \'?\' AS q, 1::text AS x, E\'\\\'?\' as e /* ? */ -- ?
');
$st->execute([1, "it's", null]); var_dump($st->fetch(PDO::FETCH_ASSOC)); $st->debugDumpParams();
$st = $db->prepare('SELECT :a || :a AS a, :b::int AS b'); $st->bindValue('a', 'x'); $st->bindValue(':b', 5, PDO::PARAM_INT); $st->execute(); var_dump($st->fetch(PDO::FETCH_ASSOC)); $st->debugDumpParams();
$db->setAttribute(PDO::ATTR_EMULATE_PREPARES, false);
$st = $db->prepare('SELECT :a || :a AS a, :b::int AS b'); $v = 'first'; $st->bindParam('a', $v); $st->bindValue(':b', 5, PDO::PARAM_INT); $v = 'second'; $st->execute(); var_dump($st->fetch(PDO::FETCH_ASSOC)); $st->debugDumpParams();
$st = $db->prepare('SELECT $tag$ ? :x $tag$ AS t, ? AS y, \'{"a":1}\'::jsonb ?? \'a\' AS has'); $st->execute(['z']); var_dump($st->fetch(PDO::FETCH_ASSOC));
$db->exec('CREATE TEMP TABLE blobs (id int, data bytea)');
$st = $db->prepare('INSERT INTO blobs VALUES (?, ?)'); $st->bindValue(1, 1, PDO::PARAM_INT); $bin = "\x00\x01\xff'\\"; $st->bindParam(2, $bin, PDO::PARAM_LOB); var_dump($st->execute());
$r = $db->query('SELECT data FROM blobs')->fetch(PDO::FETCH_NUM); var_dump(is_resource($r[0]), bin2hex(stream_get_contents($r[0])));
$db->setAttribute(PDO::ATTR_STRINGIFY_FETCHES, true); var_dump($db->query('SELECT 1 a, 1.5::float8 b, true c, false d, null e, data FROM blobs')->fetch(PDO::FETCH_ASSOC)); $db->setAttribute(PDO::ATTR_STRINGIFY_FETCHES, false);
$db->setAttribute(PDO::ATTR_ORACLE_NULLS, PDO::NULL_EMPTY_STRING); var_dump($db->query("SELECT '' a, null b")->fetch(PDO::FETCH_ASSOC)); $db->setAttribute(PDO::ATTR_ORACLE_NULLS, PDO::NULL_TO_STRING); var_dump($db->query("SELECT '' a, null b")->fetch(PDO::FETCH_ASSOC)); $db->setAttribute(PDO::ATTR_ORACLE_NULLS, 0);
$db->setAttribute(PDO::ATTR_CASE, PDO::CASE_UPPER); var_dump($db->query("SELECT 1 AS abc")->fetch(PDO::FETCH_ASSOC)); $db->setAttribute(PDO::ATTR_CASE, 0);
var_dump($db->query("SELECT 'NaN'::float8 a, 'Infinity'::float8 b, '-Infinity'::float4 c, 1e20::float8 d, 0.1::float4 e, 9223372036854775807::int8 f, 2::smallint g, 1::oid h, '2024-01-01'::date i, '1 day 2 hours'::interval j, array['a','b c'] k, '{\"x\": 1}'::jsonb l, 'a'::char(3) m, 1.10::numeric(5,3) n, '10.0.0.1'::inet o, row(1,'a') p, int4range(1,5) q, 'a0eebc99-9c0b-4ef8-bb6d-6bb9bd380a11'::uuid r, 12::money s, B'101' t")->fetch(PDO::FETCH_ASSOC));
$db->setAttribute(PDO::ATTR_DEFAULT_FETCH_MODE, PDO::FETCH_OBJ); print_r($db->query("SELECT 1 AS a")->fetchAll());
class S extends PDOStatement { private $x; protected function __construct($x) { $this->x = $x; } function x() { return $this->x . $this->queryString; } }
$db->setAttribute(PDO::ATTR_STATEMENT_CLASS, ['S', ['arg']]); var_dump($db->query('SELECT 2 AS z')->x(), $db->prepare('SELECT 3')->x(), $db->getAttribute(PDO::ATTR_STATEMENT_CLASS));
class MyPDO extends PDO { public $log = []; function query(string $q, ?int $m = null, mixed ...$a): PDOStatement|false { $this->log[] = $q; return parent::query($q, $m, ...$a); } }
$my = new MyPDO(getenv("DATABASE_DSN")); var_dump($my->query('SELECT 1 AS q')->fetch(), $my->log, $my instanceof PDO);
$c = PDO::connect(getenv("DATABASE_DSN")); var_dump(get_class($c), $c->escapeIdentifier('a"b'), is_int($c->getPid()));
$st = $db->prepare('SELECT generate_series(1,4) AS n', [PDO::ATTR_CURSOR => PDO::CURSOR_SCROLL, PDO::ATTR_STATEMENT_CLASS => ['PDOStatement']]); $st->execute(); var_dump($st->fetch(PDO::FETCH_NUM, PDO::FETCH_ORI_LAST), $st->fetch(PDO::FETCH_NUM, PDO::FETCH_ORI_FIRST), $st->fetch(PDO::FETCH_NUM, PDO::FETCH_ORI_ABS, 3), $st->fetch(PDO::FETCH_NUM, PDO::FETCH_ORI_PRIOR));
$st = $db->prepare('SELECT ?::int AS n', [PDO::ATTR_STATEMENT_CLASS => ['PDOStatement']]); foreach ([1,2] as $i) { $st->execute([$i]); var_dump($st->fetchColumn()); } $st->closeCursor(); var_dump($st->fetch());
$db->beginTransaction(); $db->exec('CREATE TABLE gone (x int)'); $db->rollBack(); var_dump($db->query("SELECT to_regclass('gone')")->fetchColumn());
$db->beginTransaction(); $db->exec('CREATE TABLE IF NOT EXISTS kept (x int)'); var_dump($db->commit()); var_dump($db->query("SELECT to_regclass('kept')")->fetchColumn());
var_dump($db->exec("CREATE TEMP TABLE m1 (x int); INSERT INTO m1 VALUES (1),(2); DELETE FROM m1 WHERE x = 1"));
var_dump($db->query("SELECT 1; SELECT 2 AS two"));
