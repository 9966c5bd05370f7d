"""What is published as data: the fields of each JSON file, and their documentation."""
