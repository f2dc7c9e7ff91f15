--TEST--
date_interval_format(): every field
--FILE--
<?php
date_default_timezone_set('Europe/Berlin');
$i = new DateInterval('P1Y2M10DT2H30M5S'); $i->f = 0.25; echo date_interval_format($i, '%Y %y %M %m %D %d %H %h %I %i %S %s %F %f %a %R %r'), "\n"; $i->invert = 1; $i->d = 40; echo $i->format('%R%d'), "\n"; var_dump(new DateInterval('P2W'));
try { new DateInterval('P'); } catch (DateMalformedIntervalStringException $e) { echo $e->getMessage(), "\n"; }
--EXPECTF--
01 1 02 2 10 10 02 2 30 30 05 5 250000 250000 (unknown) + 
-40
object(DateInterval)#%d (10) {
  ["y"]=>
  int(0)
  ["m"]=>
  int(0)
  ["d"]=>
  int(14)
  ["h"]=>
  int(0)
  ["i"]=>
  int(0)
  ["s"]=>
  int(0)
  ["f"]=>
  float(0)
  ["invert"]=>
  int(0)
  ["days"]=>
  bool(false)
  ["from_string"]=>
  bool(false)
}
Unknown or bad format (P)
