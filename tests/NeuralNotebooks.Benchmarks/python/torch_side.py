"""The PyTorch contender. Products run on the threads of OpenBLAS, other operations on those of OpenMP (OMP_NUM_THREADS)."""
import os
import time

import torch
import torch.nn.functional as F

from data import load

NAME = "PyTorch"
VERSION = torch.__version__
torch.set_num_threads(int(os.environ["OMP_NUM_THREADS"]))


def adam(network):
    """Adam with all parameters updated by one kernel, where this PyTorch has it for the CPU (from 2.4 on)."""
    parameters = list(network.parameters())  # parameters() is a generator, which the first attempt would use up
    try:
        return torch.optim.Adam(parameters, lr=1e-3, fused=True)
    except (RuntimeError, TypeError):
        return torch.optim.Adam(parameters, lr=1e-3)


def training(data, layers, batch, optimizer, epochs):
    images, labels = load(data)
    batches = list(zip(torch.from_numpy(images).split(batch), torch.from_numpy(labels).split(batch)))

    def run():
        torch.manual_seed(1)
        modules = []
        for inputs, outputs in zip(layers, layers[1:]):
            modules += [torch.nn.Linear(inputs, outputs), torch.nn.ReLU()]
        network = torch.nn.Sequential(*modules[:-1])
        if optimizer == "adam":
            step = adam(network)
        else:
            step = torch.optim.SGD(network.parameters(), lr=0.1)
        start = time.perf_counter()
        for _ in range(epochs):
            for x, y in batches:
                step.zero_grad(set_to_none=True)
                F.cross_entropy(network(x), y).backward()
                step.step()
        return time.perf_counter() - start

    return run


def vector(function, length):
    torch.set_grad_enabled(False)
    torch.manual_seed(1)
    x = torch.rand(length) * 4 - 2
    positive = torch.rand(length) + 0.1
    y = torch.rand(length)
    result = torch.empty(length)
    columns = x.view(-1, 10) if length % 10 == 0 else None
    return {
        "exp": lambda: torch.exp(x, out=result),
        "log": lambda: torch.log(positive, out=result),
        "sigmoid": lambda: torch.sigmoid(x, out=result),
        "tanh": lambda: torch.tanh(x, out=result),
        "relu": lambda: torch.clamp(x, min=0, out=result),
        "softmax": lambda: torch.softmax(columns, 1),
        "sum": lambda: torch.sum(x),
        "dot": lambda: torch.dot(x, y),
    }[function]
