--TEST--
get_browser() takes the pattern that spells out most of a name, and what its parents say
--INI--
browscap={PWD}/browscap.ini
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
foreach (['Mozilla/5.0 (X11; Linux) Fox/1.2', 'MOZILLA/5.0 (windows) fox/1.2', 'Mozilla/5.0 (Linux) Fox/1.', 'exact (agent)+~\\1',
    'Exact (Agent)+~\\1 x', '', 'fox', 'DefaultProperties'] as $agent) {
    echo $agent, ' ', json_encode(get_browser($agent, true)), "\n";
}
var_dump(get_browser('Fox'));
var_dump(get_browser());
$_SERVER['HTTP_USER_AGENT'] = 'Fox';
var_dump(get_browser(null, true)['browser']);
?>
--EXPECT--
Mozilla/5.0 (X11; Linux) Fox/1.2 {"browser_name_regex":"~^mozilla\/5\\.0 \\(.*linux.*\\) fox\/1\\...*$~","browser_name_pattern":"Mozilla\/5.0 (*Linux*) Fox\/1.?*","parent":"Fox","version":"1.x","platform":"Linux","browser":"Fox","cookies":"1","comment":"Default Browser","javascript":""}
MOZILLA/5.0 (windows) fox/1.2 {"browser_name_regex":"~^mozilla\/5\\.0 \\(.*\\) fox\/1\\.2$~","browser_name_pattern":"Mozilla\/5.0 (*) Fox\/1.2","parent":"Fox","version":"1.2","browser":"Fox","cookies":"1","comment":"Default Browser","javascript":""}
Mozilla/5.0 (Linux) Fox/1. {"browser_name_regex":"~^.*$~","browser_name_pattern":"*","parent":"DefaultProperties","browser":"Other","comment":"Default Browser","javascript":""}
exact (agent)+~\1 {"browser_name_regex":"~^exact \\(agent\\)\\+\\~\\\\1$~","browser_name_pattern":"exact (agent)+~\\1","parent":"nobody","frames":""}
Exact (Agent)+~\1 x {"browser_name_regex":"~^.*$~","browser_name_pattern":"*","parent":"DefaultProperties","browser":"Other","comment":"Default Browser","javascript":""}
 {"browser_name_regex":"~^.*$~","browser_name_pattern":"*","parent":"DefaultProperties","browser":"Other","comment":"Default Browser","javascript":""}
fox {"browser_name_regex":"~^fox$~","browser_name_pattern":"Fox","parent":"DefaultProperties","browser":"Fox","cookies":"1","version":"0.0","comment":"Default Browser","javascript":""}
DefaultProperties {"browser_name_regex":"~^defaultproperties$~","browser_name_pattern":"DefaultProperties","comment":"Default Browser","browser":"Default","javascript":""}
object(stdClass)#2 (8) {
  ["browser_name_regex"]=>
  string(7) "~^fox$~"
  ["browser_name_pattern"]=>
  string(3) "Fox"
  ["parent"]=>
  string(17) "DefaultProperties"
  ["browser"]=>
  string(3) "Fox"
  ["cookies"]=>
  string(1) "1"
  ["version"]=>
  string(3) "0.0"
  ["comment"]=>
  string(15) "Default Browser"
  ["javascript"]=>
  string(0) ""
}
[get_browser(): HTTP_USER_AGENT variable is not set, cannot determine user agent name]
bool(false)
[get_browser(): HTTP_USER_AGENT variable is not set, cannot determine user agent name]
[Trying to access array offset on false]
NULL
