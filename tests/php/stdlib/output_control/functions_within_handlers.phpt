--TEST--
Functions that buffer output themselves end the script where a handler calls them
--FILE--
<?php
class Loud { public function __destruct() { echo "never seen\n"; } }
$kept = new Loud();
ob_start(function ($text) {
    echo 'lost';
    return strtoupper($text) . highlight_string('<?php 1;', true);
});
echo "text\n";
ob_end_flush();
echo "not reached\n";
?>
--EXPECTF--
Fatal error: highlight_string(): Cannot use output buffering in output buffering display handlers in %sfunctions_within_handlers.php on line 6
