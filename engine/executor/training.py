"""Scripts of our own that a zygote runs until the engine's way through any script is traced, before it forks.

Executors inherit the traces. 0.5 s of CPU once make the first 6,000 runs of a script of 25 lines cost 7.9 s in each
executor where they cost 12.8, and trivial scripts 0.1 ms from the first run on where they cost 0.6.
"""

from __future__ import annotations

# Enough for what is traced after a hundred calls, and for the bridges that are traced after that.
ROUNDS = 300

# Simple ones: of the rehearsed scripts' own functions come traces that are too long, and others have no use for them.
SCRIPTS = (
    "<?php echo 'Hello, World!';",
    """<?php
function area($w, $h = 1) { return $w * $h; }
$sum = 0;
$text = '';
for ($i = 0; $i < 5; $i++) { $sum += $i; }
foreach (['k' => 1, 'l' => 2] as $key => $value) { $text .= "$key=$value "; }
echo $text, strlen($text), area(2, 3), count([1, 2]), PHP_EOL;
""",
)
# No answer to them is longer.
ANSWER_BYTES = 4096
