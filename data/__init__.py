"""Reference tables of a city, each with its source, and typed readers. Standard library only.

A city is always named by its Kemendagri code, such as "32.71". Angles are decimal degrees.
"""
