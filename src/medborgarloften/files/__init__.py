"""Untrusted bytes in, domain values and findings out."""
