"""Rules and words of the field, standard library only."""
