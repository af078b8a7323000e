"""What commands answer in lines: what was stored, warnings, effects, histories and findings."""
