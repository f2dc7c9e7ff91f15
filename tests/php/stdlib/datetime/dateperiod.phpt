--TEST--
DatePeriod: dates an interval apart
--FILE--
<?php
date_default_timezone_set('Europe/Berlin');
foreach (new DatePeriod(new DateTime('2024-03-29'), new DateInterval('P1D'), 3) as $key => $date) echo $key, ' ', $date->format('c'), "\n";
foreach (new DatePeriod(new DateTimeImmutable('2024-01-31'), new DateInterval('P1M'), new DateTime('2024-06-01'), DatePeriod::EXCLUDE_START_DATE) as $date) echo get_class($date), ' ', $date->format('Y-m-d'), "\n";
foreach (DatePeriod::createFromISO8601String('R2/2024-01-01T00:00:00Z/P1W') as $date) echo $date->format('c'), "\n";
$p = new DatePeriod(new DateTime('2024-01-01'), new DateInterval('P1D'), 2); var_dump($p->recurrences, $p->getRecurrences(), $p->include_start_date, $p->getEndDate());
try { $p->recurrences = 5; } catch (Error $e) { echo $e->getMessage(), "\n"; }
--EXPECT--
0 2024-03-29T00:00:00+01:00
1 2024-03-30T00:00:00+01:00
2 2024-03-31T00:00:00+01:00
3 2024-04-01T00:00:00+02:00
DateTimeImmutable 2024-03-02
DateTimeImmutable 2024-04-02
DateTimeImmutable 2024-05-02
2024-01-01T00:00:00+00:00
2024-01-08T00:00:00+00:00
2024-01-15T00:00:00+00:00
int(3)
int(2)
bool(true)
NULL
Cannot modify readonly property DatePeriod::$recurrences
