--TEST--
date_format(): of a date
--FILE--
<?php
date_default_timezone_set('Europe/Berlin');
$d = date_create('2024-03-31 03:30'); var_dump(date_format($d, DATE_ATOM), $d->format(DateTimeInterface::COOKIE), (new DateTimeImmutable('2024-01-01 EST'))->format('e T P p'));
class X extends DateTime { function __construct() {} }
try { (new X)->format('Y'); } catch (DateObjectError $e) { echo $e->getMessage(), "\n"; }
--EXPECT--
string(25) "2024-03-31T03:30:00+02:00"
string(33) "Sunday, 31-Mar-2024 03:30:00 CEST"
string(21) "EST EST -05:00 -05:00"
Object of type X (inheriting DateTime) has not been correctly initialized by calling parent::__construct() in its constructor
