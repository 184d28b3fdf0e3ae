"""The database: SQLite in a file, or PostgreSQL, through one code path."""
