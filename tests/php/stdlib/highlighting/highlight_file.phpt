--TEST--
highlight_file
--FILE--
<?php
file_put_contents("/tmp/howdah_highlight.php", "#!/usr/bin/php\n<?php echo 1; // x\n");
highlight_file("/tmp/howdah_highlight.php"); echo "\n", show_source("/tmp/howdah_highlight.php", true), "\n";
unlink("/tmp/howdah_highlight.php");
var_dump(@highlight_file("/tmp/howdah_nothing.php"));
?>
--EXPECT--
<pre><code style="color: #000000"><span style="color: #0000BB">&lt;?php </span><span style="color: #007700">echo </span><span style="color: #0000BB">1</span><span style="color: #007700">; </span><span style="color: #FF8000">// x
</span></code></pre>
<pre><code style="color: #000000"><span style="color: #0000BB">&lt;?php </span><span style="color: #007700">echo </span><span style="color: #0000BB">1</span><span style="color: #007700">; </span><span style="color: #FF8000">// x
</span></code></pre>
bool(false)
