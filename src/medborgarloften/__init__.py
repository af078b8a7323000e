"""Loften keeps the promises that municipalities and the police sign with their inhabitants."""

__version__ = "0.2.0"
