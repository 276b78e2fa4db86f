"""Exports: one format, one file."""
