"""The log: its lines, reading and appending them, what this machine remembers. Knows no promise files."""
