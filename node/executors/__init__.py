"""The executors of this node: `pool` decides, `supervisor` acts, `process` is one of them."""
