"""Runs a cell that references a project: before and after the project changes, and after a restart."""
from pathlib import Path

from jupyter_client.manager import start_new_kernel

FRAMEWORK = "<TargetFramework>net10.0</TargetFramework>"
CELL = '#r "Lib/Lib.csproj"\nLib.Word'


def save(word):
    Path("Lib").mkdir(exist_ok=True)
    Path("Lib/Lib.csproj").write_text(f'<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup>{FRAMEWORK}</PropertyGroup></Project>')
    Path("Lib/Lib.cs").write_text(f'public static class Lib {{ public static string Word => "{word}"; }}')


def run(code):
    """The text of a cell's value, or of its error."""
    shown = []

    def hear(message):
        content = message["content"]
        if message["msg_type"] == "execute_result":
            shown.append(content["data"]["text/plain"])
        elif "evalue" in content:
            shown.append(content["evalue"])

    client.execute_interactive(code, timeout=240, output_hook=hear)
    return shown


manager, client = start_new_kernel(kernel_name="neuralnotebooks-csharp")
save("first")
print(run(CELL))
print(run(CELL))
save("second")
print(run(CELL))
print(run("Lib.Word"))
manager.restart_kernel()
client.wait_for_ready(timeout=60)
print(run(CELL))
client.stop_channels()
manager.shutdown_kernel()
