"""The decision table: which rule answers for a combination on a day, and what it answers. Plain values in, plain values out."""
