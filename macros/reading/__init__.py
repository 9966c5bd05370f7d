"""From a file to a model, every mistake located."""
