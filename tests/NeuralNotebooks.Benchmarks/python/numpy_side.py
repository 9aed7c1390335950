"""The NumPy contender, written for speed: operations are in place, without copies where possible."""
import time

import numpy as np

from data import load

NAME = "NumPy"
VERSION = np.__version__


def adam(parameters, gradients, m, v, step):
    rate = np.float32(1e-3 / (1 - 0.9**step))
    root = np.float32(1 / np.sqrt(1 - 0.999**step))
    for w, g, mean, square in zip(parameters, gradients, m, v):
        mean *= np.float32(0.9)
        mean += np.float32(0.1) * g
        square *= np.float32(0.999)
        g *= g
        g *= np.float32(0.001)
        square += g
        scale = np.sqrt(square)
        scale *= root
        scale += np.float32(1e-8)
        np.divide(mean, scale, out=scale)
        scale *= rate
        w -= scale


def gradients_of(x, y, weights, biases):
    """Forward and backward pass with softmax cross-entropy: the gradients of the weights, then those of the biases."""
    last = len(weights) - 1
    outputs = [x]
    for i, (w, b) in enumerate(zip(weights, biases)):
        z = outputs[-1] @ w
        z += b
        if i < last:
            np.maximum(z, 0, out=z)
        outputs.append(z)
    delta = outputs[-1]
    delta -= delta.max(1, keepdims=True)
    np.exp(delta, out=delta)
    delta /= delta.sum(1, keepdims=True)
    delta[np.arange(len(y)), y] -= 1
    delta *= np.float32(1 / len(y))
    of_weights, of_biases = [None] * len(weights), [None] * len(weights)
    for i in range(last, -1, -1):
        of_weights[i] = outputs[i].T @ delta
        of_biases[i] = delta.sum(0)
        if i > 0:
            delta = delta @ weights[i].T
            delta *= outputs[i] > 0
    return of_weights + of_biases


def training(data, layers, batch, optimizer, epochs):
    images, labels = load(data)
    batches = [(images[at : at + batch], labels[at : at + batch]) for at in range(0, len(images), batch)]

    def run():
        random = np.random.default_rng(1)
        shapes = list(zip(layers, layers[1:]))
        weights = [(random.standard_normal(shape) * np.sqrt(2 / shape[0])).astype(np.float32) for shape in shapes]
        biases = [np.zeros(outputs, np.float32) for _, outputs in shapes]
        parameters = weights + biases
        m, v = [np.zeros_like(p) for p in parameters], [np.zeros_like(p) for p in parameters]
        step = 0
        start = time.perf_counter()
        for _ in range(epochs):
            for x, y in batches:
                gradients = gradients_of(x, y, weights, biases)
                step += 1
                if optimizer == "adam":
                    adam(parameters, gradients, m, v, step)
                else:
                    for w, g in zip(parameters, gradients):
                        g *= np.float32(0.1)
                        w -= g
        return time.perf_counter() - start

    return run


def softmax(x, result):
    np.subtract(x, x.max(1, keepdims=True), out=result)
    np.exp(result, out=result)
    np.divide(result, result.sum(1, keepdims=True), out=result)


def sigmoid(x, result):
    np.negative(x, out=result)
    np.exp(result, out=result)
    np.add(result, 1, out=result)
    np.reciprocal(result, out=result)


def vector(function, length):
    random = np.random.default_rng(1)
    x = random.uniform(-2, 2, length).astype(np.float32)
    positive = random.uniform(0.1, 1.1, length).astype(np.float32)
    y = random.uniform(0, 1, length).astype(np.float32)
    result = np.empty_like(x)
    columns = (x.reshape(-1, 10), result.reshape(-1, 10)) if length % 10 == 0 else None
    return {
        "exp": lambda: np.exp(x, out=result),
        "log": lambda: np.log(positive, out=result),
        "sigmoid": lambda: sigmoid(x, result),
        "tanh": lambda: np.tanh(x, out=result),
        "relu": lambda: np.maximum(x, 0, out=result),
        "softmax": lambda: softmax(*columns),
        "sum": lambda: np.sum(x),
        "dot": lambda: np.dot(x, y),
    }[function]
