"""Executes a notebook as nbclient does, with the kernel that the notebook names: execute_notebook.py SOURCE RESULT."""
import os
import sys

import nbformat
from nbclient import NotebookClient

source, result = sys.argv[1:]
notebook = nbformat.read(source, as_version=4)
NotebookClient(notebook, timeout=300, resources={"metadata": {"path": os.path.dirname(source)}}).execute()
nbformat.write(notebook, result)
