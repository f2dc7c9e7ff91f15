<?php
function t($f) { try { var_dump($f()); } catch (Throwable $e) { echo get_class($e), ': ', $e->getMessage(), "\n"; } }
$c = pg_connect(getenv("DATABASE_CONNECTION"));
pg_query($c, 'CREATE TABLE copied (id int PRIMARY KEY, t text, n numeric)');
pg_query($c, "CREATE TABLE \"With Space\" (id int)");
t(fn() => pg_copy_to($c, 'copied'));
t(fn() => pg_copy_from($c, 'copied', ["1\tone\t1.5", "2\t\\N\t2\n", "3\ta\\tb\t3"]));
t(fn() => pg_copy_from($c, 'copied', [4 => "4\tx\t\\N", 'k' => "5\t\t0"]));
t(fn() => pg_copy_to($c, 'copied')); t(fn() => pg_copy_to($c, 'copied', ';')); t(fn() => pg_copy_to($c, 'copied', "'")); t(fn() => pg_copy_to($c, 'copied', ',', 'nil')); t(fn() => pg_copy_to($c, '(SELECT t FROM copied ORDER BY id DESC LIMIT 2)'));
t(fn() => pg_copy_from($c, 'copied', ['6;six;nil'], ';', 'nil')); t(fn() => pg_copy_from($c, 'copied', [7]));  t(fn() => pg_last_error($c) !== '');
t(fn() => pg_copy_from($c, 'copied', ["1\tagain\t1"])); t(fn() => pg_copy_from($c, 'copied', ["8\ttoo\t1\tmany"])); t(fn() => pg_copy_from($c, 'copied', ['x'])); t(fn() => pg_copy_from($c, 'copied', [])); t(fn() => pg_copy_from($c, 'nothing', ['1'])); t(fn() => pg_copy_to($c, 'nothing')); t(fn() => pg_copy_to($c, 'copied; SELECT 1')); t(fn() => pg_copy_to($c, '"With Space"'));
foreach (['', 'ab'] as $separator) { t(fn() => pg_copy_to($c, 'copied', $separator)); t(fn() => pg_copy_from($c, 'copied', ['9'], $separator)); }
t(fn() => pg_copy_from($c, 'copied', [["9\tarray\t1"]])); t(fn() => pg_copy_from($c, 'copied', [new class { function __toString() { return "10\tobject\t1"; } }])); t(fn() => pg_copy_from($c, 'copied', ['']));
t(fn() => pg_transaction_status($c)); t(fn() => pg_fetch_all_columns(pg_query($c, 'SELECT id FROM copied ORDER BY id')));
pg_query($c, 'BEGIN'); t(fn() => pg_copy_from($c, 'copied', ["11\tin\t1"])); pg_query($c, 'ROLLBACK'); t(fn() => pg_fetch_result(pg_query($c, 'SELECT count(*) FROM copied'), 0, 0));
t(fn() => pg_fetch_row(pg_query($c, 'SELECT 1')));
$d = PDO::connect(getenv('DATABASE_DSN')); t(fn() => get_class($d));
t(fn() => $d->copyToArray('copied')); t(fn() => $d->copyToArray('copied', ',', 'nil', 'id, t')); t(fn() => $d->pgsqlCopyToArray('"With Space"'));
t(fn() => $d->copyFromArray('copied', ["20\ttwenty\t1", "21\ttwentyone\t\\N\n"])); t(fn() => $d->copyFromArray('copied', ['22,x', '23,nil'], ',', 'nil', 'id, t')); t(fn() => $d->copyFromArray('copied', [])); t(fn() => $d->copyFromArray('copied', ["20\tagain\t1"])); t(fn() => $d->errorInfo()); t(fn() => $d->copyFromArray('nothing', ['1'])); t(fn() => $d->copyToArray('nothing')); t(fn() => $d->pgsqlCopyFromArray('copied', ['24;a;1'], ';'));
$file = sys_get_temp_dir() . '/copied.txt'; file_put_contents($file, "30\tfrom file\t1\n31\tlast\t2");
t(fn() => $d->copyFromFile('copied', $file)); t(fn() => $d->copyToFile('(SELECT id, t FROM copied WHERE id >= 30 ORDER BY id)', $file)); t(fn() => file_get_contents($file)); t(fn() => $d->copyToFile('copied', $file, '|', 'nil', 'id')); t(fn() => file_get_contents($file)); t(fn() => $d->copyFromFile('copied', $file . '.no')); t(fn() => $d->pgsqlCopyFromFile('nothing', $file)); t(fn() => $d->pgsqlCopyToFile('nothing', $file)); t(fn() => $d->copyToFile('copied', '/no/such/folder/x'));
$d->setAttribute(PDO::ATTR_ERRMODE, PDO::ERRMODE_SILENT); t(fn() => $d->copyFromArray('nothing', ['1'])); t(fn() => $d->errorCode()); t(fn() => $d->copyToArray('nothing')); t(fn() => $d->query('SELECT count(*) FROM copied')->fetchColumn());
$d->setAttribute(PDO::ATTR_ERRMODE, PDO::ERRMODE_WARNING); t(fn() => $d->copyFromArray('copied', ["20\tagain\t1"])); t(fn() => $d->copyFromArray('copied', [[1]]));
unlink($file);
