"""The Standard PHP Library: data structures, iterators, exceptions."""
