"""Reference tables of cities, each with source, licence and date."""
