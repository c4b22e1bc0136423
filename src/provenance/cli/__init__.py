"""The `provenance` command; a thin shell around the library."""
