--TEST--
DatePeriod's getIterator(), its current() that makes another date each time, and the scalars its constructor takes for a text
--FILE--
<?php
$period = new DatePeriod(new DateTime('2024-01-01'), new DateInterval('P1D'), 2);
foreach (new IteratorIterator($period) as $key => $date) {
    echo $key, ' ', $date->format('c'), "\n";
}
foreach ($period->getIterator() as $key => $date) {
    echo $key, ' ', $date->format('c'), "\n";
}
echo count(iterator_to_array($period->getIterator())), "\n";
$walk = $period->getIterator();
$walk->current()->setTimestamp(0);
echo $walk->current()->format('c'), ' ', var_export($walk->current() === $walk->current(), true), "\n";
$walk->next();
echo $walk->key(), ' ', $walk->current()->format('c'), "\n";
foreach ([5, 1.5, true, 'R1', new SplFileInfo('R1'), [], new stdClass] as $text) {
    try {
        new DatePeriod($text);
    } catch (Throwable $error) {
        echo get_class($error), ': ', $error->getMessage(), "\n";
    }
}
--EXPECTF--
0 2024-01-01T00:00:00+00:00
1 2024-01-02T00:00:00+00:00
2 2024-01-03T00:00:00+00:00
0 2024-01-01T00:00:00+00:00
1 2024-01-02T00:00:00+00:00
2 2024-01-03T00:00:00+00:00
3
2024-01-01T00:00:00+00:00 false
1 2024-01-02T00:00:00+00:00

Deprecated: Calling DatePeriod::__construct(string $isostr, int $options = 0) is deprecated, use DatePeriod::createFromISO8601String() instead in %speriods_by_iterator.php on line 17
DateMalformedPeriodStringException: Unknown or bad format (5)

Deprecated: Calling DatePeriod::__construct(string $isostr, int $options = 0) is deprecated, use DatePeriod::createFromISO8601String() instead in %speriods_by_iterator.php on line 17
DateMalformedPeriodStringException: Unknown or bad format (1.5)

Deprecated: Calling DatePeriod::__construct(string $isostr, int $options = 0) is deprecated, use DatePeriod::createFromISO8601String() instead in %speriods_by_iterator.php on line 17
DateMalformedPeriodStringException: Unknown or bad format (1)

Deprecated: Calling DatePeriod::__construct(string $isostr, int $options = 0) is deprecated, use DatePeriod::createFromISO8601String() instead in %speriods_by_iterator.php on line 17
DateMalformedPeriodStringException: DatePeriod::__construct(): ISO interval must contain a start date, "R1" given

Deprecated: Calling DatePeriod::__construct(string $isostr, int $options = 0) is deprecated, use DatePeriod::createFromISO8601String() instead in %speriods_by_iterator.php on line 17
DateMalformedPeriodStringException: DatePeriod::__construct(): ISO interval must contain a start date, "R1" given
TypeError: DatePeriod::__construct() accepts (DateTimeInterface, DateInterval, int [, int]), or (DateTimeInterface, DateInterval, DateTime [, int]), or (string [, int]) as arguments
TypeError: DatePeriod::__construct() accepts (DateTimeInterface, DateInterval, int [, int]), or (DateTimeInterface, DateInterval, DateTime [, int]), or (string [, int]) as arguments
