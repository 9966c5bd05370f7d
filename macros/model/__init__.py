"""The one schema of the data files: French keys, as the editors write them."""
