"""What is typed in a terminal: flask --app wsgi ..."""
