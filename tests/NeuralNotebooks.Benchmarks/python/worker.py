"""Runs one Python library for the command compare, which measures several libraries in turn.

usage: worker.py torch|numpy|sklearn

The first line of output names the library and its version, or says why it cannot be compared. After that, each line of
input is a request, and a line of output is its response. All lines are JSON, for example:
    {"train": {"data": "mnist", "layers": [784, 128, 10], "batch": 128, "optimizer": "adam", "epochs": 1}, "repetitions": 1}
    {"vector": {"function": "exp", "length": 262144}, "repetitions": 100}
    → {"seconds": 0.21}
Environment variables set the number of threads and the core of OpenBLAS.
"""
import ctypes
import importlib
import json
import signal
import sys
import time


def core_of_openblas():
    """The name of the kernels that OpenBLAS uses in this process, or None if no system OpenBLAS is loaded."""
    try:
        with open("/proc/self/maps", encoding="utf-8") as maps:
            paths = {line.split()[-1] for line in maps if "libopenblas" in line}
    except FileNotFoundError:  # only Linux has this file
        return None
    for path in paths:
        library = ctypes.CDLL(path)
        try:
            library.openblas_get_corename.restype = ctypes.c_char_p
            return library.openblas_get_corename().decode()
        except AttributeError:
            continue
    return None


def timed(work, repetitions):
    start = time.perf_counter()
    for _ in range(repetitions):
        work()
    return time.perf_counter() - start


def main():
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is handled by compare, which then closes the input
    name = sys.argv[1]
    answers = sys.stdout
    sys.stdout = sys.stderr  # a text that a library prints must not be read as a response
    try:
        library = importlib.import_module(name + "_side")
    except ImportError as error:
        print(json.dumps({"missing": str(error)}), file=answers, flush=True)
        return
    print(json.dumps({"name": library.NAME, "version": library.VERSION, "core": core_of_openblas()}), file=answers, flush=True)
    work = {}
    for line in sys.stdin:
        request = json.loads(line)
        repetitions = request.pop("repetitions")
        key = json.dumps(request, sort_keys=True)
        if key not in work:
            work.clear()  # only the matrices of one case are kept
            if "train" in request:
                work[key] = library.training(**request["train"])
            else:
                work[key] = library.vector(**request["vector"])
        if "train" in request:
            seconds = sum(work[key]() for _ in range(repetitions))
        else:
            seconds = timed(work[key], repetitions)
        print(json.dumps({"seconds": seconds}), file=answers, flush=True)


main()
