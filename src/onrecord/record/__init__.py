"""Record: the public API. Joins the store and the stages; holds no rule of its own."""


class Record:
    """A folder that holds statements with their sources."""
