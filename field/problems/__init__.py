"""A day of the office turned into a routing problem, and a plan turned back."""
