--TEST--
date_add(): intervals across changes of the clock
--FILE--
<?php
date_default_timezone_set('Europe/Berlin');
$d = date_create('2024-03-30 02:30');
echo date_add(clone $d, new DateInterval('P1D'))->format('c'), "\n", date_add(clone $d, new DateInterval('PT24H'))->format('c'), "\n", date_add(clone $d, DateInterval::createFromDateString('last day of next month'))->format('c'), "\n", (new DateTimeImmutable('2024-01-31'))->add(new DateInterval('P1M'))->format('c'), "\n";
--EXPECT--
2024-03-31T03:30:00+02:00
2024-03-31T03:30:00+02:00
2024-04-30T02:30:00+02:00
2024-03-02T00:00:00+01:00
