"""What a saved web page says of itself: who published it, who wrote it and when, from every place that says so."""
