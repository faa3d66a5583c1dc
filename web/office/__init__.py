"""Pages of dispatchers and admins; one module a room of the menu, each with a blueprint."""
