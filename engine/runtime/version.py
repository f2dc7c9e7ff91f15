"""The PHP version that Howdah speaks."""

from __future__ import annotations

PHP_VERSION = "8.4.27"
PHP_MAJOR_VERSION = 8
PHP_MINOR_VERSION = 4
PHP_RELEASE_VERSION = 27
PHP_VERSION_ID = 80427
ZEND_VERSION = "4.4.27"

# Howdah's own: part of every cache key, so a change of behaviour needs a new one.
ENGINE_VERSION = "0.1.0"
