"""Store: all SQL. Not here: what a value means."""
