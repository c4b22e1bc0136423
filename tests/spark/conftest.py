"""One Spark session for all tests, on two cores of this machine."""

import os
import sys

import pytest

COLUMNS = {"id": "", "url": "", "canonical": "", "publisher": "", "published": "", "text": ""} | {
    "links": [],
    "authors": [],
}


@pytest.fixture(scope="session")
def session():
    from pyspark.sql import SparkSession

    os.environ["PYSPARK_PYTHON"] = sys.executable
    session = (
        SparkSession.builder.master("local[2,4]")  # each task is tried up to four times
        .config("spark.ui.enabled", "false")
        .config("spark.ui.showConsoleProgress", "false")
        .config("spark.driver.memory", "1g")
        .config("spark.sql.shuffle.partitions", "2")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.driver.host", "127.0.0.1")
        .getOrCreate()
    )
    session.sparkContext.setLogLevel("OFF")
    yield session
    session.stop()


@pytest.fixture(scope="session")
def frame(session):
    """A frame of records, in order, in a few partitions."""
    kinds = ", ".join(
        f"{name} {'string' if cell == '' else 'array<string>'}" for name, cell in COLUMNS.items()
    )

    def make(records, partitions=2):
        rows = [tuple(record.get(name) for name in COLUMNS) for record in records]
        return session.createDataFrame(rows, kinds).coalesce(partitions)

    return make
