--TEST--
image_type_to_mime_type
--FILE--
<?php
for ($i = -1; $i < 22; $i++) echo image_type_to_mime_type($i), " "; echo IMAGETYPE_COUNT;
?>
--EXPECT--
application/octet-stream application/octet-stream image/gif image/jpeg image/png application/x-shockwave-flash image/psd image/bmp image/tiff image/tiff application/octet-stream image/jp2 application/octet-stream application/octet-stream application/x-shockwave-flash image/iff image/vnd.wap.wbmp image/xbm image/vnd.microsoft.icon image/webp image/avif application/octet-stream application/octet-stream 20