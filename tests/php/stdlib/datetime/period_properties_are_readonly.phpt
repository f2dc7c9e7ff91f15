--TEST--
What a DatePeriod shows cannot be written to, nor below it; its constructor and the messages of odd texts
--FILE--
<?php
function set(&$x) { $x = 5; }
$p = new DatePeriod(new DateTime('2024-01-01 UTC'), new DateInterval('P1D'), 3);
foreach ([
    fn() => $p->start = 1,
    fn() => $p->start->x = 1,
    fn() => $p->start->format('c'),
    fn() => $p->current[] = 1,
    fn() => $p->interval->d = 5,
    fn() => set($p->recurrences),
    fn() => [$p->start] = [1],
    function () use ($p) { $p->recurrences++; },
    function () use ($p) { $p->start->a['b'] = 1; },
    function () use ($p) { $x = &$p->end; },
    function () use ($p) { $x = 1; $p->start = &$x; },
    function () use ($p) { foreach ($p->start as &$x) {} },
    function () use ($p) { foreach ($p as $p->current) { echo 'never'; } },
    fn() => isset($p->end) || isset($p->start->x) || isset($p->interval->d),
    fn() => new DatePeriod('x', null),
    fn() => new DatePeriod("a\0b"),
    fn() => DatePeriod::createFromISO8601String("a\0b"),
    fn() => new DateInterval("a\0b"),
    fn() => DateInterval::createFromDateString("a\0b"),
    fn() => new DateTimeZone("UTC\0"),
    fn() => timezone_open("UTC\0"),
    fn() => DateTime::createFromTimestamp(1e30),
    fn() => DateTime::createFromTimestamp(-1.25e300),
] as $number => $try) {
    echo "$number: ";
    try {
        var_dump($try());
    } catch (Throwable $error) {
        echo get_class($error), ': ', $error->getMessage(), "\n";
    }
}
// How long an offset is decides how a format reads it.
foreach (['+1', '+1:', '+:1', '+12', '+123', '+12:', '+1:30', '+12:30', '+12345', '-03:30:', '+123456', '+12:34:56', '+1:2:3',
    '+:::::', '+1234567'] as $text) {
    $read = date_parse_from_format('O', $text);
    echo $text, ' ', $read['zone'], ' ', json_encode($read['errors']), "\n";
}
--EXPECTF--
0: Error: Cannot modify readonly property DatePeriod::$start
1: Error: Cannot modify readonly property DatePeriod::$start
2: string(25) "2024-01-01T00:00:00+00:00"
3: Error: Cannot modify readonly property DatePeriod::$current
4: Error: Cannot modify readonly property DatePeriod::$interval
5: Error: Cannot modify readonly property DatePeriod::$recurrences
6: Error: Cannot modify readonly property DatePeriod::$start
7: Error: Cannot modify readonly property DatePeriod::$recurrences
8: Error: Cannot modify readonly property DatePeriod::$start
9: Error: Cannot modify readonly property DatePeriod::$end
10: Error: Cannot modify readonly property DatePeriod::$start
11: Error: Cannot modify readonly property DatePeriod::$start
12: Error: Cannot modify readonly property DatePeriod::$current
13: bool(true)
14: 
Deprecated: DatePeriod::__construct(): Passing null to parameter #2 ($interval) of type int is deprecated in %speriod_properties_are_readonly.php on line 19

Deprecated: Calling DatePeriod::__construct(string $isostr, int $options = 0) is deprecated, use DatePeriod::createFromISO8601String() instead in %speriod_properties_are_readonly.php on line 19
DateMalformedPeriodStringException: Unknown or bad format (x)
15: 
Deprecated: Calling DatePeriod::__construct(string $isostr, int $options = 0) is deprecated, use DatePeriod::createFromISO8601String() instead in %speriod_properties_are_readonly.php on line 20
DateMalformedPeriodStringException: Unknown or bad format (a)
16: DateMalformedPeriodStringException: Unknown or bad format (a)
17: DateMalformedIntervalStringException: Unknown or bad format (a)
18: DateMalformedIntervalStringException: String 'a' contains non-relative elements
19: ValueError: DateTimeZone::__construct(): Argument #1 ($timezone) must not contain any null bytes
20: ValueError: timezone_open(): Argument #1 ($timezone) must not contain any null bytes
21: DateRangeError: DateTime::createFromTimestamp(): Argument #1 ($timestamp) must be a finite number between -9223372036854775808 and 9223372036854775807.999999, 1.0e+30 given
22: DateRangeError: DateTime::createFromTimestamp(): Argument #1 ($timestamp) must be a finite number between -9223372036854775808 and 9223372036854775807.999999, -1.25e+300 given
+1 3600 []
+1: 3600 []
+:1 0 []
+12 43200 []
+123 4980 []
+12: 43200 []
+1:30 5400 []
+12:30 45000 []
+12345 0 ["The timezone could not be found in the database"]
-03:30: -3 []
+123456 45296 []
+12:34:56 45296 []
+1:2:3 0 ["The timezone could not be found in the database"]
+::::: 0 []
+1234567 0 ["The timezone could not be found in the database"]
