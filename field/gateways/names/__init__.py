"""Names on the map of a city: read from an OpenStreetMap extract, kept in one file, looked up."""
