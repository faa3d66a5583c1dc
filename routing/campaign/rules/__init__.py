"""The rules of a campaign, one function each, reckoned from the campaign alone."""
