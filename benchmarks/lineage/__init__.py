"""Benchmarks of the lineage stage on news articles and on texts made from them. `README.md` has one command a table."""
