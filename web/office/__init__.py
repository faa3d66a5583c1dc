"""Pages of dispatchers and admins."""
