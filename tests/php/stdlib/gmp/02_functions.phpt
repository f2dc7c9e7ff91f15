--TEST--
GMP: what functions give, and what they refuse
--EXTENSIONS--
gmp
--FILE--
<?php
function t($f) { try { $r=$f(); echo is_object($r)?gmp_strval($r):json_encode($r),"\n"; } catch (\Throwable $e) { echo get_class($e),': ',$e->getMessage(),"\n"; } }
foreach (['gmp_strval(10,1)','gmp_strval(255,-16)','gmp_strval(255,37)','gmp_strval(255,-37)','gmp_strval(1000,62)','gmp_div_q(1,0)','gmp_div_qr(1,2,9)','gmp_div_r(5,-3,1)','gmp_div_r(-5,3,2)','gmp_mod(5,0)','gmp_mod(-5,3)','gmp_mod(-5,-3)','gmp_mod("99999999999999999999",7)','gmp_divexact(6,0)','gmp_fact(-1)','gmp_sqrt(-1)','gmp_sqrtrem(-1)','gmp_root(8,0)','gmp_root(-8,2)','gmp_root(-27,3)','gmp_rootrem(-28,3)','gmp_pow(2,-1)','gmp_powm(2,-1,5)','gmp_powm(2,-1,4)','gmp_powm(2,3,0)','gmp_perfect_power(-8)','gmp_perfect_power(1)','gmp_perfect_power(0)','gmp_prob_prime("9223372036854775783")','gmp_prob_prime("170141183460469231731687303715884105727")','gmp_prob_prime(2462906046218231)','gmp_prob_prime(7)','gmp_prob_prime(-7)','gmp_prob_prime("2462906046218273")','gmp_gcd(0,0)','gmp_invert(3,6)','gmp_invert(3,0)','gmp_invert(3,-7)','gmp_jacobi(2,4)','gmp_jacobi(2,15)','gmp_legendre(2,4)','gmp_legendre(3,7)','gmp_kronecker(-5,-9)','gmp_kronecker(2,0)','gmp_random_bits(0)','gmp_random_bits(-1)','gmp_random_range(5,3)','gmp_setbit(gmp_init(1),-1)','gmp_clrbit(gmp_init(1),-1)','gmp_testbit(1,-1)','gmp_scan0(-1,0)','gmp_scan1(0,0)','gmp_scan1(8,-1)','gmp_popcount(-1)','gmp_hamdist(1,-1)','gmp_hamdist(-1,-4)','gmp_nextprime(-5)','gmp_nextprime(10)','gmp_binomial(5,-1)','gmp_binomial(-5,3)','gmp_import("")','gmp_import("abc",2)','gmp_import("abcd",0)','gmp_import("abcd",2,3)','gmp_import("abcd",2,12)','gmp_import("abcd",2,2)','gmp_import("abcd",2,5)','bin2hex(gmp_export("1234567890123",1))','bin2hex(gmp_export("1234567890123",4,2|4))','gmp_export(0)','gmp_export(5,0)','bin2hex(gmp_export(-5))','gmp_export(1,-1)','gmp_gcdext(12,-18)','gmp_gcdext(5,0)','gmp_gcdext(0,0)','gmp_gcdext(0,-5)','gmp_gcdext(7,7)','gmp_lcm(0,5)','gmp_lcm(-4,6)','gmp_intval("99999999999999999999")','gmp_cmp(1,5)','gmp_cmp(7,-36)','gmp_cmp(5,0)','gmp_cmp("-99999999999999999999999",1)','gmp_cmp("99999999999999999999999","-1")','gmp_sign(-9)','gmp_sign("")','(new GMP)','new GMP("1F",16)','new GMP("x")','new GMP("1",99)','clone gmp_init(5)','gmp_strval(gmp_init(5)+1)','gmp_setbit(5,1)','unserialize("O:3:\"GMP\":1:{i:0;s:1:\"g\";}")','unserialize("O:3:\"GMP\":0:{}")'] as $e) { echo $e,' => '; t(fn()=>eval("return $e;")); }
foreach ([gmp_gcdext(240,46), gmp_gcdext(46,240), gmp_gcdext(-240,46), gmp_gcdext(240,-46), gmp_gcdext(3,6), gmp_gcdext(6,3), gmp_gcdext(0,5),gmp_gcdext(5,0)] as $r) echo join(' ',array_map('gmp_strval',$r)),"\n";
gmp_random_seed(42); foreach ([1,31,32,33,63,64,65,100] as $b) echo gmp_random_bits($b),' '; for($i=0;$i<5;$i++) echo gmp_random_range(0,1000),' ', gmp_random_range(-5,"100000000000000000000"),' '; gmp_random_seed("-123456789012345678901234567890"); echo gmp_random_bits(70),' ',gmp_random_range(0,63),"\n"; gmp_random_seed(0); echo gmp_random_bits(70);
$g=gmp_init(5); $h=$g; $g++; echo $g,$h; $g+=5; echo $g; gmp_setbit($g,10); echo $g, gettype((object)$g), is_callable([$g,'__serialize']);
--EXPECT--
gmp_strval(10,1) => ValueError: gmp_strval(): Argument #2 ($base) must be between 2 and 62, or -2 and -36
gmp_strval(255,-16) => "FF"
gmp_strval(255,37) => "6X"
gmp_strval(255,-37) => ValueError: gmp_strval(): Argument #2 ($base) must be between 2 and 62, or -2 and -36
gmp_strval(1000,62) => "G8"
gmp_div_q(1,0) => DivisionByZeroError: Division by zero
gmp_div_qr(1,2,9) => ValueError: gmp_div_qr(): Argument #3 ($rounding_mode) must be one of GMP_ROUND_ZERO, GMP_ROUND_PLUSINF, or GMP_ROUND_MINUSINF
gmp_div_r(5,-3,1) => 2
gmp_div_r(-5,3,2) => 1
gmp_mod(5,0) => DivisionByZeroError: Modulo by zero
gmp_mod(-5,3) => 1
gmp_mod(-5,-3) => 1
gmp_mod("99999999999999999999",7) => 1
gmp_divexact(6,0) => DivisionByZeroError: Division by zero
gmp_fact(-1) => ValueError: gmp_fact(): Argument #1 ($num) must be greater than or equal to 0
gmp_sqrt(-1) => ValueError: gmp_sqrt(): Argument #1 ($num) must be greater than or equal to 0
gmp_sqrtrem(-1) => ValueError: gmp_sqrtrem(): Argument #1 ($num) must be greater than or equal to 0
gmp_root(8,0) => ValueError: gmp_root(): Argument #2 ($nth) must be greater than 0
gmp_root(-8,2) => ValueError: gmp_root(): Argument #2 ($nth) must be odd if argument #1 ($a) is negative
gmp_root(-27,3) => -3
gmp_rootrem(-28,3) => [{},{}]
gmp_pow(2,-1) => ValueError: gmp_pow(): Argument #2 ($exponent) must be greater than or equal to 0
gmp_powm(2,-1,5) => ValueError: gmp_powm(): Argument #2 ($exponent) must be greater than or equal to 0
gmp_powm(2,-1,4) => ValueError: gmp_powm(): Argument #2 ($exponent) must be greater than or equal to 0
gmp_powm(2,3,0) => DivisionByZeroError: Modulo by zero
gmp_perfect_power(-8) => true
gmp_perfect_power(1) => true
gmp_perfect_power(0) => true
gmp_prob_prime("9223372036854775783") => 1
gmp_prob_prime("170141183460469231731687303715884105727") => 1
gmp_prob_prime(2462906046218231) => 2
gmp_prob_prime(7) => 2
gmp_prob_prime(-7) => 2
gmp_prob_prime("2462906046218273") => 0
gmp_gcd(0,0) => 0
gmp_invert(3,6) => false
gmp_invert(3,0) => DivisionByZeroError: Division by zero
gmp_invert(3,-7) => 5
gmp_jacobi(2,4) => 0
gmp_jacobi(2,15) => 1
gmp_legendre(2,4) => 0
gmp_legendre(3,7) => -1
gmp_kronecker(-5,-9) => -1
gmp_kronecker(2,0) => 0
gmp_random_bits(0) => ValueError: gmp_random_bits(): Argument #1 ($bits) must be between 1 and 2147483647
gmp_random_bits(-1) => ValueError: gmp_random_bits(): Argument #1 ($bits) must be between 1 and 2147483647
gmp_random_range(5,3) => ValueError: gmp_random_range(): Argument #1 ($min) must be less than argument #2 ($maximum)
gmp_setbit(gmp_init(1),-1) => ValueError: gmp_setbit(): Argument #2 ($index) must be greater than or equal to 0
gmp_clrbit(gmp_init(1),-1) => ValueError: gmp_clrbit(): Argument #2 ($index) must be greater than or equal to 0
gmp_testbit(1,-1) => ValueError: gmp_testbit(): Argument #2 ($index) must be greater than or equal to 0
gmp_scan0(-1,0) => -1
gmp_scan1(0,0) => -1
gmp_scan1(8,-1) => ValueError: gmp_scan1(): Argument #2 ($start) must be greater than or equal to 0
gmp_popcount(-1) => -1
gmp_hamdist(1,-1) => -1
gmp_hamdist(-1,-4) => 2
gmp_nextprime(-5) => 2
gmp_nextprime(10) => 11
gmp_binomial(5,-1) => ValueError: gmp_binomial(): Argument #2 ($k) must be greater than or equal to 0
gmp_binomial(-5,3) => -35
gmp_import("") => 0
gmp_import("abc",2) => ValueError: gmp_import(): Argument #1 ($data) must be a multiple of argument #2 ($word_size)
gmp_import("abcd",0) => ValueError: gmp_import(): Argument #2 ($word_size) must be greater than or equal to 1
gmp_import("abcd",2,3) => ValueError: gmp_import(): Argument #3 ($flags) cannot use multiple word order options
gmp_import("abcd",2,12) => ValueError: gmp_import(): Argument #3 ($flags) cannot use multiple endian options
gmp_import("abcd",2,2) => 1684234849
gmp_import("abcd",2,5) => 1650549859
bin2hex(gmp_export("1234567890123",1)) => "011f71fb04cb"
bin2hex(gmp_export("1234567890123",4,2|4)) => "cb04fb711f010000"
gmp_export(0) => ""
gmp_export(5,0) => ValueError: gmp_export(): Argument #2 ($word_size) must be greater than or equal to 1
bin2hex(gmp_export(-5)) => "05"
gmp_export(1,-1) => ValueError: gmp_export(): Argument #2 ($word_size) must be greater than or equal to 1
gmp_gcdext(12,-18) => {"g":{},"s":{},"t":{}}
gmp_gcdext(5,0) => {"g":{},"s":{},"t":{}}
gmp_gcdext(0,0) => {"g":{},"s":{},"t":{}}
gmp_gcdext(0,-5) => {"g":{},"s":{},"t":{}}
gmp_gcdext(7,7) => {"g":{},"s":{},"t":{}}
gmp_lcm(0,5) => 0
gmp_lcm(-4,6) => 12
gmp_intval("99999999999999999999") => 7766279631452241919
gmp_cmp(1,5) => -1
gmp_cmp(7,-36) => 2
gmp_cmp(5,0) => 1
gmp_cmp("-99999999999999999999999",1) => -3
gmp_cmp("99999999999999999999999","-1") => 1
gmp_sign(-9) => -1
gmp_sign("") => ValueError: gmp_sign(): Argument #1 ($num) is not an integer string
(new GMP) => 0
new GMP("1F",16) => 31
new GMP("x") => ValueError: GMP::__construct(): Argument #1 ($num) is not an integer string
new GMP("1",99) => ValueError: GMP::__construct(): Argument #2 ($base) must be 0 or between 2 and 62
clone gmp_init(5) => 5
gmp_strval(gmp_init(5)+1) => "6"
gmp_setbit(5,1) => TypeError: gmp_setbit(): Argument #1 ($num) must be of type GMP, int given
unserialize("O:3:\"GMP\":1:{i:0;s:1:\"g\";}") => Exception: Could not unserialize number
unserialize("O:3:\"GMP\":0:{}") => Exception: Could not unserialize number
2 -9 47
2 47 -9
2 9 47
2 -9 -47
3 1 0
3 0 1
5 0 1
5 1 0
1 1222357657 4035822279 2116953745 5510524445081724861 12737107194125042547 10249189851567539033 1173357077417108989585487273188 227 23276021976573407357 765 62313497964824672687 867 6278030212581781779 983 85701251386262912088 490 57184311440305573688 669922059498300470364 3
3373099484318685604365111035object1
