"""Why: a visit is left out, what would let it in, and why this courier has the others."""
