"""The shared response cache. It sees bytes, headers and digests, never a PHP value."""
