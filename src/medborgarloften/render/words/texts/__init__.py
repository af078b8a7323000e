"""The catalogue: every sentence in Swedish and in English, side by side."""
