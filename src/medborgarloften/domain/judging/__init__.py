"""How a target and a promise stand: days, what counts, states, and what could never be kept."""
