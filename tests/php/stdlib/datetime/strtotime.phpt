--TEST--
strtotime(): the grammar
--FILE--
<?php
date_default_timezone_set('Europe/Berlin');
$now = 1710000000;
foreach (['now', 'tomorrow', 'yesterday noon', 'first monday of next month', 'last day of february', '+1 week 2 days 4 hours 2 seconds', 'next thursday', 'last sat of July 2008', 'monday next week', '-3 weekdays', '2 weeks ago',
    '@86400', '2024-02-30', '2024W101', '2024.060', '10/Oct/2000:13:55:36 -0700', '20240310T102030', 'Sat, 30 Apr 2016 17:52:13 GMT', '4 am tomorrow', 'back of 7pm', '30.6.08', '22:49:12.42 GMT', '2024-03-31 02:30', '2024-10-27 02:30',
    '2024-01-01 America/New_York', 'June 2008', '1814-MAY-17', '5/17/2006', '', 'foo', '10:00 11:00', '2024-01-01 x y'] as $text) {
    $ts = strtotime($text, $now);
    echo str_pad($text, 40), $ts === false ? 'false' : date('D Y-m-d H:i:s T', $ts), "\n";
}
--EXPECT--
now                                     Sat 2024-03-09 17:00:00 CET
tomorrow                                Sun 2024-03-10 00:00:00 CET
yesterday noon                          Fri 2024-03-08 12:00:00 CET
first monday of next month              Mon 2024-04-01 00:00:00 CEST
last day of february                    Thu 2024-02-29 00:00:00 CET
+1 week 2 days 4 hours 2 seconds        Mon 2024-03-18 21:00:02 CET
next thursday                           Thu 2024-03-14 00:00:00 CET
last sat of July 2008                   Sat 2008-07-26 00:00:00 CEST
monday next week                        Mon 2024-03-11 00:00:00 CET
-3 weekdays                             Wed 2024-03-06 17:00:00 CET
2 weeks ago                             Sat 2024-02-24 17:00:00 CET
@86400                                  Fri 1970-01-02 01:00:00 CET
2024-02-30                              Fri 2024-03-01 00:00:00 CET
2024W101                                Mon 2024-03-04 00:00:00 CET
2024.060                                Thu 2024-02-29 00:00:00 CET
10/Oct/2000:13:55:36 -0700              Tue 2000-10-10 22:55:36 CEST
20240310T102030                         Sun 2024-03-10 10:20:30 CET
Sat, 30 Apr 2016 17:52:13 GMT           Sat 2016-04-30 19:52:13 CEST
4 am tomorrow                           Sun 2024-03-10 00:00:00 CET
back of 7pm                             Sat 2024-03-09 19:15:00 CET
30.6.08                                 Mon 2008-06-30 00:00:00 CEST
22:49:12.42 GMT                         Sat 2024-03-09 23:49:12 CET
2024-03-31 02:30                        Sun 2024-03-31 03:30:00 CEST
2024-10-27 02:30                        Sun 2024-10-27 02:30:00 CET
2024-01-01 America/New_York             Mon 2024-01-01 06:00:00 CET
June 2008                               Sun 2008-06-01 00:00:00 CEST
1814-MAY-17                             Tue 1814-05-17 00:00:00 LMT
5/17/2006                               Wed 2006-05-17 00:00:00 CEST
                                        false
foo                                     false
10:00 11:00                             false
2024-01-01 x y                          Mon 2024-01-01 12:00:00 CET
