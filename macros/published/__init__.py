"""What the models describe for others: the published JSON files, and the JSON Schemas with which editors' tools help them type."""
