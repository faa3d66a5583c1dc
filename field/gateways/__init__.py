"""Doors to the outside, each a protocol with a fake in the tests."""
