--TEST--
date_modify(): relative texts
--FILE--
<?php
date_default_timezone_set('Europe/Berlin');
$d = date_create('2024-01-31 10:00');
foreach (['+1 month', 'last day of next month', 'noon', '-1 week', 'monday', '@0'] as $text) echo date_modify($d, $text)->format('c'), "\n";
var_dump(date_modify($d, 'foo'));
try { (new DateTimeImmutable)->modify('foo'); } catch (DateMalformedStringException $e) { echo $e->getMessage(), "\n"; }
$i = new DateTimeImmutable('2024-01-01'); echo $i->modify('+1 day')->format('c'), $i->format('c'), "\n";
--EXPECTF--
2024-03-02T10:00:00+01:00
2024-04-30T10:00:00+02:00
2024-04-30T12:00:00+02:00
2024-04-23T12:00:00+02:00
2024-04-29T00:00:00+02:00
1970-01-01T00:00:00+00:00

Warning: date_modify(): Failed to parse time string (foo) at position 0 (f): The timezone could not be found in the database in %s on line 5
bool(false)
DateTimeImmutable::modify(): Failed to parse time string (foo) at position 0 (f): The timezone could not be found in the database
2024-01-02T00:00:00+01:002024-01-01T00:00:00+01:00
