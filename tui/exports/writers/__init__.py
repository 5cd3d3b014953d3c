"""One module a format, each with one function, `write`; a library is imported only by the module that needs it."""
