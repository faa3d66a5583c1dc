"""The database: tables, queries, migrations; the only SQL."""
