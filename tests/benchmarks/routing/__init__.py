"""Our routing beside its peers: same problem, same machine, same wall time, one count of costs."""
