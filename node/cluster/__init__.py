"""A whole cluster on this machine: `folder` is where it lives, `service` one part of it, `cluster` runs them all."""
