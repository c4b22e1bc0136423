"""Layer 4: what the signals of a family share in answering."""
