--TEST--
timezone_offset_get(): at a moment
--FILE--
<?php
date_default_timezone_set('Europe/Berlin');
var_dump(timezone_offset_get(new DateTimeZone('Europe/Berlin'), new DateTime('2024-07-01')), (new DateTimeZone('Europe/Berlin'))->getOffset(new DateTimeImmutable('2024-01-01')), (new DateTimeZone('EDT'))->getOffset(new DateTime));
--EXPECT--
int(7200)
int(3600)
int(-14400)
