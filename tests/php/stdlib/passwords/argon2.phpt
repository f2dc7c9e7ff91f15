--TEST--
Argon2: hashes, what is told of them, costs that are refused
--FILE--
<?php
$h=password_hash('secret',PASSWORD_ARGON2ID,['memory_cost'=>1024,'time_cost'=>2,'threads'=>2]); echo preg_replace('/\$[^$]*\$[^$]*$/','',$h),' ',strlen($h),"\n"; var_dump(password_verify('secret',$h),password_verify('Secret',$h),password_get_info($h),password_needs_rehash($h,PASSWORD_ARGON2ID,['memory_cost'=>1024,'time_cost'=>2,'threads'=>2]),password_needs_rehash($h,PASSWORD_ARGON2ID),password_needs_rehash($h,PASSWORD_BCRYPT),password_needs_rehash('$argon2i$x',PASSWORD_ARGON2I));
var_dump(password_verify('rasmuslerdorf', '$argon2i$v=19$m=1024,t=2,p=2$TldnOE0wSHlZVVBjYThJMg$2ArgBr0cCGMrCEd1x1ZaLQ'));
foreach ([['$argon2i$v=19$m=65536,t=3,p=1$OEVjWWs2Z3YvWlNqQ0ZmNw$JKin7ahjrh8JYeZtpKMp5Iz0LnXpSMtWf12XZc7uk7I'],['$argon2id$v=19$m=1024,t=2,p=2$WS90MHJhd3AwSC5xTDpjZg$8tn2DaIJR2/UX6Cjr9t51EQ7ZTBzDl7o4xe+IOh6IGc'],['$argon2id$v=19$m=x$a$b'],['$argon2d$v=19$m=1024,t=2,p=1$YWJjZGVmZ2g$abc']] as [$x]) var_dump(password_get_info($x),password_verify('rasmuslerdorf',$x));
foreach([['memory_cost'=>1],['memory_cost'=>'x'],['time_cost'=>0],['threads'=>0],['memory_cost'=>8,'threads'=>4],['salt'=>'x','memory_cost'=>64]] as $o) try { var_dump(strlen(password_hash('t',PASSWORD_ARGON2I,$o))); } catch(Throwable $e){ echo get_class($e),$e->getMessage(),"\n"; }
var_dump(password_algos(),PASSWORD_ARGON2_PROVIDER,strlen(password_hash("nul\0l",3,['memory_cost'=>64])),strlen(password_hash('x','argon2i',['memory_cost'=>64])));
try { password_hash('x','argon2d'); } catch(Throwable $e){ echo get_class($e),$e->getMessage(),"\n"; } try { password_hash('x',9); } catch(Throwable $e){ echo get_class($e),$e->getMessage(),"\n"; }
--EXPECTF--
$argon2id$v=19$m=1024,t=2,p=2 96
bool(true)
bool(false)
array(3) {
  ["algo"]=>
  string(8) "argon2id"
  ["algoName"]=>
  string(8) "argon2id"
  ["options"]=>
  array(3) {
    ["memory_cost"]=>
    int(1024)
    ["time_cost"]=>
    int(2)
    ["threads"]=>
    int(2)
  }
}
bool(false)
bool(true)
bool(true)
bool(true)
bool(false)
array(3) {
  ["algo"]=>
  string(7) "argon2i"
  ["algoName"]=>
  string(7) "argon2i"
  ["options"]=>
  array(3) {
    ["memory_cost"]=>
    int(65536)
    ["time_cost"]=>
    int(3)
    ["threads"]=>
    int(1)
  }
}
bool(false)
array(3) {
  ["algo"]=>
  string(8) "argon2id"
  ["algoName"]=>
  string(8) "argon2id"
  ["options"]=>
  array(3) {
    ["memory_cost"]=>
    int(1024)
    ["time_cost"]=>
    int(2)
    ["threads"]=>
    int(2)
  }
}
bool(false)
array(3) {
  ["algo"]=>
  string(8) "argon2id"
  ["algoName"]=>
  string(8) "argon2id"
  ["options"]=>
  array(3) {
    ["memory_cost"]=>
    int(65536)
    ["time_cost"]=>
    int(4)
    ["threads"]=>
    int(1)
  }
}
bool(false)
array(3) {
  ["algo"]=>
  NULL
  ["algoName"]=>
  string(7) "unknown"
  ["options"]=>
  array(0) {
  }
}
bool(false)
ValueErrorMemory cost is outside of allowed memory range
ValueErrorMemory cost is outside of allowed memory range
ValueErrorTime cost is outside of allowed time range
ValueErrorInvalid number of threads
ValueErrorMemory cost is too small

Warning: password_hash(): The "salt" option has been ignored, since providing a custom salt is no longer supported in %sargon2.php on line 5
int(93)
array(3) {
  [0]=>
  string(2) "2y"
  [1]=>
  string(7) "argon2i"
  [2]=>
  string(8) "argon2id"
}
string(8) "standard"
int(94)
int(93)
ValueErrorpassword_hash(): Argument #2 ($algo) must be a valid password hashing algorithm
ValueErrorpassword_hash(): Argument #2 ($algo) must be a valid password hashing algorithm
