"""The courier's phone app."""
