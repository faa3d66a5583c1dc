"""Jemput: somebody who cannot travel is fetched, recorded and brought home. Pure rules."""
