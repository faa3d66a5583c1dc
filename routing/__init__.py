"""Given a Problem, return a Plan. Durations are whole seconds, distances whole metres."""
