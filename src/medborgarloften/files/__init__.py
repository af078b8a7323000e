"""Files: untrusted bytes in, domain values and findings out. Prints nothing."""
