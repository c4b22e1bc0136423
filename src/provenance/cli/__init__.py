"""Layer 10: the `provenance` command; a thin shell around the library."""
