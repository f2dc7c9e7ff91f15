--TEST--
date_diff(): in calendar fields
--FILE--
<?php
date_default_timezone_set('Europe/Berlin');
foreach ([['2024-01-31', '2024-03-01'], ['2024-03-01', '2024-01-31'], ['2024-03-30 12:00', '2024-03-31 12:00'], ['2024-10-26 12:00', '2024-10-27 12:00'], ['2000-02-29', '2024-02-28 23:59:59.5'], ['2024-01-01 EST', '2024-01-01 CET']] as [$a, $b]) echo date_diff(date_create($a), date_create($b))->format('%R %y %m %d %h %i %s %f %a'), "\n";
var_dump(date_diff(date_create('2024-01-02'), date_create('2024-01-01'), true)->invert, new DateTime('2024-01-01') < new DateTimeImmutable('2024-01-02'));
--EXPECT--
+ 0 0 30 0 0 0 0 30
- 0 1 1 0 0 0 0 30
+ 0 0 1 0 0 0 0 1
+ 0 0 1 0 0 0 0 1
+ 23 11 30 23 59 59 500000 8765
- 0 0 0 6 0 0 0 0
int(0)
bool(true)
