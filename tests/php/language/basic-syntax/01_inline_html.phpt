--TEST--
Text outside PHP tags is printed as it is; one newline after a closing tag is eaten
--FILE--
before
<?php echo 'one'; ?>
after
<?= 1 + 2 ?>

<?= 'a', 'b' ?> same line
<?php if (true): ?>
  kept <b>markup</b>
<?php else: ?>
  dropped
<?php endif ?>
<?php
echo "end\n" ?>
tail <? not a tag, <?xml neither ?>
--EXPECT--
before
oneafter
3
ab same line
  kept <b>markup</b>
end
tail <? not a tag, <?xml neither ?>
