"""What things cost: a suite that anyone can run, `python -m benchmarks`."""
