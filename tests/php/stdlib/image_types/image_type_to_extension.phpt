--TEST--
image_type_to_extension
--FILE--
<?php
for ($i = -1; $i < 22; $i++) echo json_encode(image_type_to_extension($i)), json_encode(image_type_to_extension($i, false)), " ";
?>
--EXPECT--
falsefalse falsefalse ".gif""gif" ".jpeg""jpeg" ".png""png" ".swf""swf" ".psd""psd" ".bmp""bmp" ".tiff""tiff" ".tiff""tiff" ".jpc""jpc" ".jp2""jp2" ".jpx""jpx" ".jb2""jb2" ".swf""swf" ".iff""iff" ".bmp""bmp" ".xbm""xbm" ".ico""ico" ".webp""webp" ".avif""avif" falsefalse falsefalse 