<?php
$db = new PDO(getenv("DATABASE_DSN"));
$db->exec('DROP TABLE IF EXISTS t');
var_dump($db->exec('CREATE TABLE t (id serial primary key, name text not null, n int, d double precision, b boolean, j json, a int[], ts timestamp)'));
$st = $db->prepare('INSERT INTO t (name, n, d, b, j, a, ts) VALUES (:name, :n, :d, :b, :j, :a, :ts)');
var_dump($st->execute(['name' => "O'Neil é", 'n' => 3, 'd' => 1.25, 'b' => 't', 'j' => '{"a":1}', 'a' => '{1,2}', 'ts' => '2024-01-02 03:04:05']));
var_dump($st->rowCount(), $db->lastInsertId(), $db->lastInsertId('t_id_seq'));
$st->execute([':name' => "two", ':n' => null, ':d' => '1e3', ':b' => 'f', ':j' => null, ':a' => null, ':ts' => null]);
$st = $db->prepare('SELECT * FROM t WHERE n = ? OR name = ? ORDER BY id');
$st->execute([3, 'two']);
var_dump($st->fetchAll(PDO::FETCH_ASSOC));
foreach ($db->query('SELECT id, name FROM t ORDER BY id') as $k => $row) { echo $k, ' '; print_r($row); }
print_r($db->query('SELECT id, name FROM t ORDER BY id')->fetchAll(PDO::FETCH_KEY_PAIR));
print_r($db->query('SELECT id, name FROM t ORDER BY id')->fetchAll(PDO::FETCH_COLUMN, 1));
print_r($db->query('SELECT id, name FROM t ORDER BY id')->fetchAll(PDO::FETCH_OBJ));
print_r($db->query('SELECT n, id, name FROM t ORDER BY id')->fetchAll(PDO::FETCH_GROUP|PDO::FETCH_ASSOC));
print_r($db->query('SELECT id, name, n FROM t ORDER BY id')->fetchAll(PDO::FETCH_UNIQUE));
print_r($db->query('SELECT id, name, n FROM t ORDER BY id')->fetchAll(PDO::FETCH_FUNC, fn(...$a) => implode('|', $a)));
class Row { public $id; public $name = 'default'; private $n; public function __construct($x = 'none') { echo "ctor $x ", var_export($this->name, true), "\n"; } }
print_r($db->query('SELECT id, name, n FROM t ORDER BY id')->fetchAll(PDO::FETCH_CLASS, 'Row', ['arg']));
print_r($db->query('SELECT id, name, n FROM t ORDER BY id')->fetchAll(PDO::FETCH_CLASS|PDO::FETCH_PROPS_LATE, 'Row'));
print_r($db->query('SELECT id, name, n FROM t ORDER BY id')->fetchObject('Row', ['o']));
print_r($db->query('SELECT id, id, name AS id FROM t ORDER BY id')->fetch(PDO::FETCH_NAMED));
print_r($db->query('SELECT 1 AS a, 2 AS a, 3 AS "0"')->fetch());
$st = $db->query('SELECT id, name FROM t ORDER BY id', PDO::FETCH_NUM);
print_r($st->fetch());
var_dump($st->fetchColumn(1), $st->fetchColumn(), $st->fetch());
$st = $db->prepare('SELECT id, name, b FROM t ORDER BY id'); $st->execute();
$st->bindColumn(1, $id); $st->bindColumn('name', $name); $st->bindColumn('b', $b, PDO::PARAM_STR);
while ($st->fetch(PDO::FETCH_BOUND)) var_dump($id, $name, $b);
var_dump($st->columnCount(), $st->rowCount(), $st->getColumnMeta(1)['native_type'], $st->queryString);
$m = $st->getColumnMeta(0); unset($m['pgsql:table_oid']); var_dump($m);
$into = new stdClass; $st = $db->query('SELECT 5 AS five'); $st->setFetchMode(PDO::FETCH_INTO, $into); $st->fetch(); var_dump($into);
$st=$db->query('SELECT 7 AS seven, null as n'); $l = $st->fetch(PDO::FETCH_LAZY); var_dump($l->seven, isset($l->n), $l->queryString, get_class($l));
var_dump($db->exec("UPDATE t SET n = 9"), $db->exec("DELETE FROM t WHERE false"), $db->exec("SELECT 1"));
var_dump($db->quote("a'b\\c"), $db->quote("\x00\xff", PDO::PARAM_LOB));
