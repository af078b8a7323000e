"""Promise files: reading, checking and building agreements from them. Knows `disk.py`, but not the log."""
