"""The log: its lines, reading and appending them, what this machine remembers; rests on `disk.py`."""
