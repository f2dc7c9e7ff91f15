--TEST--
parent::__construct() across files calls the parent's, whatever else the files hold
--FILE--
<?php
abstract class Root { function __construct(public string $r = 'r') { echo "Root\n"; } }
class Base extends Root { function __construct(public int $a = 1) { parent::__construct(); echo "Base\n"; } }
eval('class Aside extends Root { function __construct(public int $z = 1) { parent::__construct(); echo "Aside\n"; } }');
require __DIR__ . '/parent_constructors_across_files.inc';
class Leaf extends Middle { function __construct(public int $c = 3) { parent::__construct(); echo "Leaf\n"; } }
new Leaf; new Aside; new Leaf;
eval('class Deep extends Leaf { function __construct(public int $d = 3) { parent::__construct(); echo "Deep\n"; } }');
new Deep;
--EXPECT--
Root
Base
Middle
Leaf
Root
Aside
Root
Base
Middle
Leaf
Root
Base
Middle
Leaf
Deep
