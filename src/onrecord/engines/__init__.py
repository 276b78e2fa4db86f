"""Engines: run the per-document line over many sources. Not here: any step of the line."""
