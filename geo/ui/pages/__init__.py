"""One module a page; each has a ``page`` function."""
