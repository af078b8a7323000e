"""Tables for the terminal. The only importer of rich."""
