"""The scikit-learn contender: MLPClassifier."""
import time
import warnings

import sklearn
from sklearn.neural_network import MLPClassifier

from data import load

NAME = "scikit-learn"
VERSION = sklearn.__version__
warnings.filterwarnings("ignore")  # such as the warning that training has not converged after so few epochs


def training(data, layers, batch, optimizer, epochs):
    images, labels = load(data)

    def run():
        network = MLPClassifier(
            hidden_layer_sizes=tuple(layers[1:-1]), batch_size=min(batch, len(images)), max_iter=epochs, solver=optimizer,
            learning_rate_init=1e-3 if optimizer == "adam" else 0.1, momentum=0, alpha=0, shuffle=False, tol=0,
            n_iter_no_change=10**9, random_state=1)
        start = time.perf_counter()
        network.fit(images, labels)
        return time.perf_counter() - start

    return run
