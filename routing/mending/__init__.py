"""Plans mended: out with what cannot be kept, in with what fits."""
