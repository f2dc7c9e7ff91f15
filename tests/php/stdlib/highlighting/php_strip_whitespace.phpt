--TEST--
php_strip_whitespace
--FILE--
<?php
file_put_contents("/tmp/howdah_strip.php", "<?php\n// c\n  \$x  =  1; /* d */ \$h = <<<A\n  t\nA;\n\n echo 2; ?>\n html  x");
echo php_strip_whitespace("/tmp/howdah_strip.php"), "\n"; unlink("/tmp/howdah_strip.php");
?>
--EXPECT--
<?php
 $x = 1; $h = <<<A
  t
A;
echo 2; ?>
 html  x
