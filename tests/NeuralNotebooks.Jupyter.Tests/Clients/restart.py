"""Restarts a kernel many times, and runs a cell after each: restart.py COUNT."""
import sys

from jupyter_client.manager import start_new_kernel

manager, client = start_new_kernel(kernel_name="neuralnotebooks-csharp")
for i in range(int(sys.argv[1])):
    manager.restart_kernel()
    client.wait_for_ready(timeout=60)
    reply = client.execute_interactive(f"{i} + 1", timeout=60, output_hook=lambda message: None)
    assert reply["content"]["status"] == "ok", reply
    assert reply["content"]["execution_count"] == 1, reply
client.stop_channels()
manager.shutdown_kernel()
assert not manager.is_alive()
