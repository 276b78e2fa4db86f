"""Unpack: mechanics of inflating, of listing archives and of guarding XML, under caps. Nothing is written to disk.

Lives here: gzip, deflate, ZIP and HTTP content codings read in steps with a limit on output, ratio and layers; XML
that declares nothing. Not here: what members mean (``collect``, ``readers``). Every fault is ``errors.Refused``.
"""

from onrecord.unpack.inflate import Budget, GzipReader, inflate
from onrecord.unpack.zips import Archive, Member, open_zip

__all__ = ["Archive", "Budget", "GzipReader", "Member", "inflate", "open_zip"]
