"""A campaign of the demo city against printing first come first served."""
