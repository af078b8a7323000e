"""Promise files: read, checked with every finding at its place, and built; rests on `disk.py` only."""
