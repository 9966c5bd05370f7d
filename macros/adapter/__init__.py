"""The adapter to mkdocs-macros: the only folder that knows MkDocs.

Everything else in `macros` is plain Python: files are read, checked and rendered without it.
"""
