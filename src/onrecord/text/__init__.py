"""Mechanics of characters: fold, segment, detect, dates in words. Knows no document and no store."""
