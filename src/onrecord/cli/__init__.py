"""The command line: parse, call Record, print. Not here: any work."""


def main() -> None:
    """Entry point of the ``onrecord`` command."""
