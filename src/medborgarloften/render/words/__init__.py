"""Words: numbers, dates, names, targets and buckets as people write them, and the catalogue."""
