"""How hosts, dates, names and identifiers are read: total functions from text to small frozen values."""
