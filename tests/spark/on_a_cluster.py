"""Scores and traces some documents on a cluster of two executors, two of which are killed: says how many, and the lines.

python on_a_cluster.py FOLDER-FOR-CHECKPOINTS
"""

import os
import sys
from pathlib import Path

import pyspark
from killing import executors, killed_at_random
from press import QUOTE, piece, prose
from pyspark.sql import SparkSession

from provenance import Scorer, spark

SCORER = Scorer(as_of="2026-11-21")
RECORDS = [
    piece(f"a-{n}", "Nordwire", n + 1, f"{prose(n % 4)}\n“{QUOTE},” said the mayor.") for n in range(12)
]


def main(folder):
    os.environ["PYSPARK_PYTHON"] = sys.executable
    os.environ["SPARK_HOME"] = str(Path(pyspark.__file__).parent)
    os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, sys.path))
    session = (
        SparkSession.builder.master("local-cluster[2,1,1024]")
        .config("spark.ui.enabled", "false")
        .config("spark.ui.showConsoleProgress", "false")
        .config("spark.driver.memory", "1g")
        .config("spark.executor.memory", "512m")
        .config("spark.sql.shuffle.partitions", "2")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.driver.host", "127.0.0.1")
        .getOrCreate()
    )
    session.sparkContext.setLogLevel("OFF")
    session.sparkContext.setCheckpointDir(folder)
    kinds = "id string, url string, publisher string, published string, text string"
    documents = session.createDataFrame([tuple(each.values()) for each in RECORDS], kinds).repartition(4)
    with killed_at_random(times=2, after=5.0, among=executors) as killed:
        found = [
            row.value
            for rows in (spark.trace(documents), spark.score(documents, SCORER))
            for row in spark.lines(rows).collect()
        ]
    sys.stdout.writelines(f"{line}\n" for line in (len(killed), *sorted(found)))
    session.stop()


if __name__ == "__main__":
    main(sys.argv[1])
