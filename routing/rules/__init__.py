"""The rules that a plan must keep: one function each, one code each, no solver in sight."""
