"""The clauses of the texts, read from `docs/encadrements/`."""
