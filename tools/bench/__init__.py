"""`make bench`: what the site costs who builds it and who reads it. Each part fills its section of `bench/RESULTS.md`; none decides a test."""
