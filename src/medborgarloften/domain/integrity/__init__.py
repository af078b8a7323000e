"""Whether the log is whole: troubles of its files, what `check` finds, and an old report against it."""
