"""What phones say to the server."""
