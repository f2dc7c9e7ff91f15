--TEST--
date_default_timezone_set(): any zone of the database
--FILE--
<?php
date_default_timezone_set('Europe/Berlin');
var_dump(date_default_timezone_set('asia/tokyo'), date_default_timezone_get(), date('H', 0), date_default_timezone_set('Nowhere'));
--EXPECTF--

Notice: date_default_timezone_set(): Timezone ID 'Nowhere' is invalid in %s on line 3
bool(true)
string(10) "asia/tokyo"
string(2) "09"
bool(false)
