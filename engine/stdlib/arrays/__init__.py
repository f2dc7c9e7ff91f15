"""Arrays: elements, making, merging, sets, sorting, callbacks and the internal pointer."""
