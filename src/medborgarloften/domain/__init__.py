"""The domain: pure functions and values. No files, no clock, no terminal, no third-party import."""
