"""Speed, measured by hand or by night; never part of the tests."""
