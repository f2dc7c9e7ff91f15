--TEST--
GMP: objects shown, saved and copied; large numbers
--EXTENSIONS--
gmp
--FILE--
<?php
$g = gmp_init(-300); print_r($g); echo serialize($g), json_encode($g), "\n"; var_export($g); echo unserialize(serialize($g)), "\n"; $h = clone $g; $g++; gmp_setbit($h, 12); echo "$g $h\n"; echo strlen(gmp_pow(10, 5000)), " ", gmp_fact(30), " ", gmp_strval(gmp_pow(3, 2000) % gmp_pow(7, 300), 36), " ", substr(gmp_strval(gmp_pow(7, 4000), 62), 0, 40), "\n";
--EXPECT--
GMP Object
(
    [num] => -300
)
O:3:"GMP":1:{i:0;s:4:"-12c";}{}
\GMP::__set_state(array(
))-300
-299 -300
5001 265252859812191058636308480000000 lxho5asxg7av12kdwx3vqnazav53plefy38acbjvp7oi2z8e5sxlhh9gwws3b7vkgh2ok99eaulx3huouil4jza88eftm5s94fgkqu1k95ntxhetrdrtsw2bcn5e48lmhkpt3lrxc94m5uh9m7nxr9gvnhx0uft79dx sB3NGGdMJrpQkxz7iWdxltpSQ2k07Ax6B8Q1T7Yb
