"""What a text shows by itself: who is said to say what, which claims carry a source, what stands twice."""
