"""How a route is timed: legs and breaks, limits, places in booths, what fits."""
