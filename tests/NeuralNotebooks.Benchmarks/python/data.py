"""Reads the examples of the repository's data folder, prepared as for the C# contender."""
import csv
import functools
import gzip
import pathlib

import numpy as np

FOLDER = next(folder / "data" for folder in pathlib.Path(__file__).resolve().parents if (folder / "data" / "iris.csv").exists())


def idx(name):
    """Reads a file of MNIST: four bytes, the last of them the number of dimensions, then their sizes, then the entries."""
    content = gzip.open(FOLDER / "mnist" / (name + ".gz")).read()
    dimensions = content[3]
    sizes = np.frombuffer(content, ">i4", count=dimensions, offset=4)
    return np.frombuffer(content, np.uint8, offset=4 + 4 * dimensions).reshape(sizes)


def mnist():
    images = idx("train-images-idx3-ubyte").reshape(-1, 784).astype(np.float32) / 255
    return images, idx("train-labels-idx1-ubyte").astype(np.int64)


def digits():
    """1,797 digits of 8 × 8 pixels: the middle 24 × 24 pixels of MNIST images, averaged in blocks of 3 × 3."""
    count = 1797
    middle = idx("train-images-idx3-ubyte")[:count, 2:26, 2:26].astype(np.float32) / 255
    small = middle.reshape(count, 8, 3, 8, 3).mean(axis=(2, 4)).reshape(count, 64)
    return np.ascontiguousarray(small), idx("train-labels-idx1-ubyte")[:count].astype(np.int64)


def iris():
    with open(FOLDER / "iris.csv", encoding="utf-8") as file:
        rows = list(csv.DictReader(line for line in file if not line.startswith("#")))
    measurements = ["sepal_length_cm", "sepal_width_cm", "petal_length_cm", "petal_width_cm"]
    features = np.array([[float(row[name]) for name in measurements] for row in rows], np.float32)
    species = ["setosa", "versicolor", "virginica"]
    order = np.random.default_rng(0).permutation(len(rows))
    features = (features - features.mean(0)) / features.std(0)
    return features[order].copy(), np.array([species.index(row["species"]) for row in rows], np.int64)[order]


@functools.lru_cache(maxsize=1)
def load(name):
    """Returns the examples (one in each row) and their class numbers."""
    return {"mnist": mnist, "digits": digits, "iris": iris}[name]()
