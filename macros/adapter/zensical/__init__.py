"""The adapter to Zensical, which continues MkDocs' theme: it loads neither MkDocs nor its plugins.

Zensical reads the pages, gives each to `extension.py`, makes HTML of its Markdown and follows its links; it writes what it knows of the page
as data, since it renders templates by an engine that has no functions of ours. `finish.py` renders them, then does what follows any build.
"""
