--TEST--
hash()
--FILE--
<?php
set_error_handler(function ($level, $message) { echo "[$message]\n"; return true; });
function show(...$values) { foreach ($values as $value) { echo is_string($value) ? '"' . addcslashes($value, "\0..\37\177..\377\"\\") . '"' : (is_array($value) ? json_encode(shown($value)) : var_export($value, true)), "\n"; } }
function shown($value) { return is_array($value) ? array_map('shown', $value) : (is_string($value) ? addcslashes($value, "\0..\37\177..\377") : $value); }
function attempt(callable $do) { try { show($do()); } catch (Throwable $e) { echo get_class($e), ": ", $e->getMessage(), "\n"; } }
foreach (['md2', 'md4', 'md5', 'sha1', 'sha256', 'sha512/256', 'sha3-224', 'ripemd128', 'ripemd160', 'ripemd256', 'ripemd320', 'whirlpool', 'tiger128,3', 'tiger192,4', 'gost', 'gost-crypto', 'haval128,3', 'haval160,4', 'haval192,5', 'haval224,3', 'haval256,5', 'adler32', 'crc32', 'crc32b', 'crc32c', 'fnv132', 'fnv1a32', 'fnv164', 'fnv1a64', 'joaat', 'murmur3a', 'murmur3c', 'murmur3f', 'xxh32', 'xxh64', 'xxh3', 'xxh128'] as $a) { echo $a, ' ', hash($a, ''), ' ', hash($a, "The quick brown fox \xe9"), ' ', hash($a, str_repeat("long \0", 50)), "\n"; } show(hash('SHA1', 'a'), hash('crc32b', 'a', true), hash('xxh32', 'a', false, ['seed' => 5]), hash('murmur3f', 'a', false, ['seed' => 5]), hash('xxh3', 'a', false, ['seed' => -5]));
attempt(fn () => hash('nope', 'a'));
attempt(fn () => hash('xxh3', 'a', false, ['secret' => 'x']));
attempt(fn () => hash('murmur3a', 'a', false, ['seed' => 'x']));
--EXPECT--
md2 8350e5a3e24c153df2275c9f80692773 66a16d1cee6483964fc2c928f81daedc c409b23a19a6f8a18048aad0c9d56cf0
md4 31d6cfe0d16ae931b73c59d7e0c089c0 9df5d4497b8e8eca5b17d9abfdb5dd93 8f6f1053b4eb84eb380af9a03bd90354
md5 d41d8cd98f00b204e9800998ecf8427e a1cb18f7bf495b014753f01336a7de48 c7ed713e7d4116e84a10c809773cbb27
sha1 da39a3ee5e6b4b0d3255bfef95601890afd80709 77c44ea449c858564a04b63734a9aa3c80b7d201 17a29b14dd47232b2e0656731df2c9998ff213c0
sha256 e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855 66809ef657ebceabbda94d194e88359f0b830553daa66b6dd9b4f11606ead8ad ca15e4ec12029db8071701897c879a9aa8d628d9ba09b1eeaf150dd75b3eac04
sha512/256 c672b8d1ef56ed28ab87c3622c5114069bdd3ad7b8f9737498d0c01ecef0967a 870ca121f769017edef6b076f222b043a9400d6dd6e17146ab4004e637f538bd 4a819604bc3df01180b6e3cb60439170ee08ac1eecc29d63ab69fadc0f299312
sha3-224 6b4e03423667dbb73b6e15454f0eb1abd4597f9a1b078e3f5b5a6bc7 5efee5a79ce60a9562f7e05bdbd89f2101e6d22055849834cae6ed9c b8b59f76c7f43c492b342bc6c1583e67aa0265beec8217dfcb037f8f
ripemd128 cdf26213a150dc3ecb610f18f6b38b46 6f597a89428b8f0f84a9b3db0e2d2657 2ae7b3c5e3f6f83c7ddbda95a8aa6d29
ripemd160 9c1185a5c5e9fc54612808977ee8f548b2258d31 e5aaf1efd605f3cf20e9b061bf6a97b0f44e49e7 ef08ad002afb5e3a8ffbf7739c1c432040d093f2
ripemd256 02ba4c4e5f8ecd1877fc52d64d30e37a2d9774fb1e5d026380ae0168e3c5522d 14728e3dfe82119f2c4bf7b9c1f8431cfc86b1ff34a9ad24f1d2e45e8346a8b7 a1da916f3c487f7fabb51baca3ff4164ef5df142cc7c70d05731fd07035f3918
ripemd320 22d65d5661536cdc75c1fdf5c6de7b41b9f27325ebc61e8557177d705a0ec880151c3a32a00899b8 d29366ad4167be48aca08f8052beff4cbc87c1a211d4c78a912ed49e1635f4e67243b030d09bc6cf 26d9fdc64155aa6c601ee4a79f629abaadd06c2beeebcaf61a9c109f7fd84d950652a2eb2370333a
whirlpool 19fa61d75522a4669b44e39c1d2e1726c530232130d407f89afee0964997f7a73e83be698b288febcf88e3e03c4f0757ea8964e59b63d93708b138cc42a66eb3 d120a9b7ad58f54f4f8820a3afb4fd9deec7eaf915fbacc51a45b8db942ec398dd13d6b2c13f88c74c23bc30149103ff14ad42bdd2b06a7d6676f2f0a845c9ce ea0f4a743a215be564bec047ede10fbbf1ec83c796e389d2e0c8c34a1ee9666c647c1b54e0643fc7efc6dad9da35a7b4ba55e647a61236536685f9d8388bfd5d
tiger128,3 3293ac630c13f0245f92bbb1766e1616 32e69c28bdc11c56746d89321a0a85e6 7b227a8e8c7060f13418a4bad73cd1ad
tiger192,4 24cc78a7f6ff3546e7984e59695ca13d804e0b686e255194 3640ab48dacf35078e3a7cf78f44866e23ddfd05e27f44e4 0e174f3b06fa2c8e64f1634ed5967ed9063ce7f484b01008
gost ce85b99cc46752fffee35cab9a7b0278abb4c2d2055cff685af4912c49490f8d 23fcb7a6dd0649a7496da2e92c9d0940be6ee52b12e380615186d4daffd2b5f7 b35a18096038a5e122a19db2781de55cf537cb4459cb4f7f491ffbd865001417
gost-crypto 981e5f3ca30c841487830f84fb433e13ac1101569b9c13584ac483234cd656c0 9f421e53c1dd8a3e6333aae800cb8deff5f97f840a9738b6dfbec995e840d8ef 064022241627584a413cdd8571854b23002c585218ac005c5cde066da3086e68
haval128,3 c68f39913f901f3ddf44c707357a7d70 114f7b6c61ef00f7b0df4d3be1ba2068 299ab7884f540b9b0654dd19aad31bf0
haval160,4 1d33aae1be4146dbaaca0b6e70d7a11f10801525 62dc6f5fcf04269a9f36b00f0a07d81725db47d3 b4cca21638693443f08852366902c7bef99aa7c4
haval192,5 4839d0626f95935e17ee2fc4509387bbe2cc46cb382ffe85 1e8dfd5ac2354586223221534efb10c24d99db35a751036c 439ed85679604c6295574e2c251a7c3f5c57e5c665a3ee82
haval224,3 c5aae9d47bffcaaf84a8c6e7ccacd60a0dd1932be7b1a192b9214b6d 245ce1f5c3aa4c78e3b04a2ffb099fb427661e4f27cb7f57cc8e5db0 00eca3ee59ff4e36890d5675e19a0e57bef00623011ae1f5285ad44a
haval256,5 be417bb4dd5cfb76c7126f4f8eeb1553a449039307b1a3cd451dbfdc0fbbe330 246c21b509524e54ae321cba1748c122d628d82d498aac07345ec280e1f51208 af78cba5778033eae9bbd6963eb6e7a2b488a2378574fafdb0ca5f870396bb9b
adler32 00000001 547f081d 97e75aa1
crc32 00000000 85cb956c c6ae3c8b
crc32b 00000000 45588670 c95c2e87
crc32c 00000000 031eeed9 e28a1ff3
fnv132 811c9dc5 0fee42ed 50a9898d
fnv1a32 811c9dc5 25b6431d 54a8047d
fnv164 cbf29ce484222325 4e64f152f870606d ad78c8e08012aaed
fnv1a64 cbf29ce484222325 33968072dfb5a15d 2346fc7d2cc5c55d
joaat 00000000 2d8ddd72 3bc12505
murmur3a 00000000 5561a4d4 0ebc4798
murmur3c 00000000000000000000000000000000 5624b8cfa01cb07565994e5b19a2e232 3de49dc95af1c2e6c1b25e210a88e701
murmur3f 00000000000000000000000000000000 b3412150aff6d01df5ef98952d81cdec 6ce4c7f2492748e74a5b26ecf416bbb8
xxh32 02cc5d05 b341a9b1 6230e3c9
xxh64 ef46db3751d8e999 ed069445b2c2881a bb4253a0b7c05b14
xxh3 2d06800538d394c2 c11cdaa57b02b132 8ee53fcfa21d8e55
xxh128 99aa06d3014798d86001c324468d497f b81eafb8579b4a05577258a9cbf917ce 9f0062b975842ed58ee53fcfa21d8e55
"86f7e437faa5a7fce15d1ddcb9eaeaea377667b8"
"\350\267\276C"
"b8cec951"
"9ec9d763eaed31b5199e3e443a35fbb2"
"d69db17607c53024"
ValueError: hash(): Argument #1 ($algo) must be a valid hashing algorithm
Error: xxh3: Secret length must be >= 136 bytes, 1 bytes passed
[hash(): Passing a seed of a type other than int is deprecated because it is the same as setting the seed to 0]
"3c2569b2"
