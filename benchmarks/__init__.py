"""What things cost, and what must hold at a size that no test has; everything that is read is made up on the spot.

python -m benchmarks [--quick]     the cost of everything, beside other libraries
python -m benchmarks.same_bytes    20,000 records by every way there is, garbage among them: the same bytes
python -m benchmarks.hostile       a thousand broken pages and the worst that were thought of
python -m benchmarks.spark         the same lines on Spark, and what the engine costs
"""
