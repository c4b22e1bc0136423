"""What the signals of a family share in answering."""
