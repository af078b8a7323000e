"""Values in, text out: never prints, never opens a file."""
