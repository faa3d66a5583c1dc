"""The map to draw: an extract turned into one PMTiles file of a city."""
