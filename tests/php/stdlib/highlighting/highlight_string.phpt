--TEST--
highlight_string
--FILE--
<?php
highlight_string("<?php\n// c\n\$x = \"a \$b\" . 'c' . __LINE__ . 1; /* d */ if (true) { foo(); } ?>\n<b>\t&</b>"); echo "\n";
var_dump(highlight_string("<?php 1;", true), highlight_string("", true));
?>
--EXPECT--
<pre><code style="color: #000000"><span style="color: #0000BB">&lt;?php
</span><span style="color: #FF8000">// c
</span><span style="color: #0000BB">$x </span><span style="color: #007700">= </span><span style="color: #DD0000">"a </span><span style="color: #0000BB">$b</span><span style="color: #DD0000">" </span><span style="color: #007700">. </span><span style="color: #DD0000">'c' </span><span style="color: #007700">. </span><span style="color: #0000BB">__LINE__ </span><span style="color: #007700">. </span><span style="color: #0000BB">1</span><span style="color: #007700">; </span><span style="color: #FF8000">/* d */ </span><span style="color: #007700">if (</span><span style="color: #0000BB">true</span><span style="color: #007700">) { </span><span style="color: #0000BB">foo</span><span style="color: #007700">(); } </span><span style="color: #0000BB">?&gt;
</span>&lt;b&gt;    &amp;&lt;/b&gt;</code></pre>
string(130) "<pre><code style="color: #000000"><span style="color: #0000BB">&lt;?php 1</span><span style="color: #007700">;</span></code></pre>"
string(47) "<pre><code style="color: #000000"></code></pre>"
