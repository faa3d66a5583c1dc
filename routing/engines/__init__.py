"""The solver libraries, behind one seam: nothing outside this room imports them."""
