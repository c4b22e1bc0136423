"""What is measured on: articles, records, pages and corpora, made up on the spot, the same from the same seed."""
