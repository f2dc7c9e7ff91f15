--TEST--
GMP: texts of numbers, operators, conversions, comparisons
--EXTENSIONS--
gmp
--FILE--
<?php
error_reporting(E_ALL);
function t($f) { try { $r=$f(); echo is_object($r)?gmp_strval($r):json_encode($r),"\n"; } catch (\Throwable $e) { echo get_class($e),': ',$e->getMessage(),"\n"; } }
foreach (['0x1F','-0x1F','+5','0b11','-0b11','0o17','017',' 12 ','1 2','-','','abc','0x','12a','--1',"1\0", '1e3','1.5'] as $s) { echo var_export($s,true),' => '; t(fn()=>gmp_init($s)); }
t(fn()=>gmp_init('1F',16)); t(fn()=>gmp_init('0x1F',16)); t(fn()=>gmp_init('zz',36)); t(fn()=>gmp_init('aZ',62)); t(fn()=>gmp_init('12',1)); t(fn()=>gmp_init('12',63)); t(fn()=>gmp_init('-0b1',2));t(fn()=>gmp_init(5,17));
t(fn()=>gmp_add([],1)); t(fn()=>gmp_add(null,1)); t(fn()=>gmp_add(1.5,1)); t(fn()=>gmp_add(true,1)); t(fn()=>gmp_add("x",1)); t(fn()=>gmp_add(1,"x")); t(fn()=>gmp_add(new stdClass,1)); t(fn()=>gmp_add("1.5",1)); 
$g=gmp_init(7);
foreach (['$g+1','$g-"3"','2*$g','$g/2','$g % 3','$g**3','2**$g','$g&3','$g|8','$g^1','$g<<3','$g>>1','~$g','-$g','+$g','$g/0','$g % 0','$g+1.5','$g+[]','$g+"x"','$g+null','$g+true','$g**-1','$g<<-1','1<<$g','$g.""','$g==7','$g=="7"','$g<8','$g<=>"x"','$g==7.0','$g===$g','$g=="x"','(bool)$g','(int)$g','(float)$g','(string)$g','!$g','(array)$g','$g<=>null','$g==null','$g==[]','$g <=> 7.5', 'max($g,3)', '$g++', '--$g','intdiv($g,2)','$g==new stdClass','abs($g)','"a".$g','$g==true','gmp_init(0)==false','(bool)gmp_init(0)'] as $e) { echo $e,' => '; t(fn()=>eval("\$g=gmp_init(7); return $e;")); }
--EXPECTF--
'0x1F' => 31
'-0x1F' => -31
'+5' => ValueError: gmp_init(): Argument #1 ($num) is not an integer string
'0b11' => 3
'-0b11' => -3
'0o17' => 15
'017' => 15
' 12 ' => 12
'1 2' => 12
'-' => ValueError: gmp_init(): Argument #1 ($num) is not an integer string
'' => ValueError: gmp_init(): Argument #1 ($num) is not an integer string
'abc' => ValueError: gmp_init(): Argument #1 ($num) is not an integer string
'0x' => ValueError: gmp_init(): Argument #1 ($num) is not an integer string
'12a' => ValueError: gmp_init(): Argument #1 ($num) is not an integer string
'--1' => ValueError: gmp_init(): Argument #1 ($num) is not an integer string
'1' . "\0" . '' => 1
'1e3' => ValueError: gmp_init(): Argument #1 ($num) is not an integer string
'1.5' => ValueError: gmp_init(): Argument #1 ($num) is not an integer string
31
31
1295
2267
ValueError: gmp_init(): Argument #2 ($base) must be 0 or between 2 and 62
ValueError: gmp_init(): Argument #2 ($base) must be 0 or between 2 and 62
ValueError: gmp_init(): Argument #1 ($num) is not an integer string
5
TypeError: gmp_add(): Argument #1 ($num1) must be of type GMP|string|int, array given

Deprecated: gmp_add(): Passing null to parameter #1 ($num1) of type GMP|string|int is deprecated in %s01_numbers_and_operators.php on line 6
1

Deprecated: Implicit conversion from float 1.5 to int loses precision in %s01_numbers_and_operators.php on line 6
2
2
ValueError: gmp_add(): Argument #1 ($num1) is not an integer string
ValueError: gmp_add(): Argument #2 ($num2) is not an integer string
TypeError: gmp_add(): Argument #1 ($num1) must be of type GMP|string|int, stdClass given
ValueError: gmp_add(): Argument #1 ($num1) is not an integer string
$g+1 => 8
$g-"3" => 4
2*$g => 14
$g/2 => 3
$g % 3 => 1
$g**3 => 343
2**$g => 128
$g&3 => 3
$g|8 => 15
$g^1 => 6
$g<<3 => 56
$g>>1 => 3
~$g => -8
-$g => -7
+$g => 7
$g/0 => DivisionByZeroError: Division by zero
$g % 0 => DivisionByZeroError: Modulo by zero
$g+1.5 => 
Deprecated: Implicit conversion from float 1.5 to int loses precision in %s01_numbers_and_operators.php(8) : eval()'d code on line 1
8
$g+[] => TypeError: Number must be of type GMP|string|int, array given
$g+"x" => ValueError: Number is not an integer string
$g+null => TypeError: Number must be of type GMP|string|int, null given
$g+true => 8
$g**-1 => ValueError: Exponent must be greater than or equal to 0
$g<<-1 => ValueError: Shift must be greater than or equal to 0
1<<$g => 128
$g."" => "7"
$g==7 => true
$g=="7" => true
$g<8 => true
$g<=>"x" => ValueError: Number is not an integer string
$g==7.0 => true
$g===$g => true
$g=="x" => ValueError: Number is not an integer string
(bool)$g => true
(int)$g => 7
(float)$g => 7
(string)$g => "7"
!$g => false
(array)$g => []
$g<=>null => 1
$g==null => false
$g==[] => TypeError: Number must be of type GMP|string|int, array given
$g <=> 7.5 => 
Deprecated: Implicit conversion from float 7.5 to int loses precision in %s01_numbers_and_operators.php(8) : eval()'d code on line 1
0
max($g,3) => 7
$g++ => 7
--$g => 6
intdiv($g,2) => TypeError: intdiv(): Argument #1 ($num1) must be of type int, GMP given
$g==new stdClass => TypeError: Number must be of type GMP|string|int, stdClass given
abs($g) => TypeError: abs(): Argument #1 ($num) must be of type int|float, GMP given
"a".$g => "a7"
$g==true => true
gmp_init(0)==false => true
(bool)gmp_init(0) => false
