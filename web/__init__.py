"""The faces of Antarjemput: pages, API and commands."""
