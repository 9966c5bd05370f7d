"""What a proposal changes for readers: two states of the content, compared as data. `python -m macros incidences`."""
