"""Collect: get bytes from files and containers. Not here: what the bytes say (``readers``)."""
