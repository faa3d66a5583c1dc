"""Road servers by URL: OSRM and Valhalla, asked as their documents say, and not believed blindly.

What they do not answer, too late, or in rubbish, the roads of this installation answer instead.
"""
