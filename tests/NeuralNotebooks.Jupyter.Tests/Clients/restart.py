"""Restarts a kernel many times, and runs a cell after each: restart.py COUNT. On Linux nothing may grow with the restarts."""
import os
import sys

from jupyter_client.manager import start_new_kernel

MAY_DIFFER_FILES, MAY_DIFFER_MEMORY = 8, 1.3


def taken(pid):
    """The open files, the sockets among them, and the memory in KB of a process."""
    folder = f"/proc/{pid}"
    files = []
    for number in os.listdir(f"{folder}/fd"):
        try:
            files.append(os.readlink(f"{folder}/fd/{number}"))
        except FileNotFoundError:
            pass  # It was open for the listing only.
    with open(f"{folder}/status") as status:
        memory = next(int(line.split()[1]) for line in status if line.startswith("VmRSS"))
    return len(files), sum(file.startswith("socket:") for file in files), memory


def restarted():
    """What the kernel and its client, which is this process, have after another restart and a cell."""
    manager.restart_kernel()
    client.wait_for_ready(timeout=60)
    reply = client.execute_interactive("1 + 1", timeout=60, output_hook=lambda message: None)
    assert reply["content"]["status"] == "ok", reply
    assert reply["content"]["execution_count"] == 1, reply
    return [taken(manager.provisioner.pid), taken(os.getpid())] if os.path.isdir("/proc/self/fd") else []


manager, client = start_new_kernel(kernel_name="neuralnotebooks-csharp")
first = restarted()
for i in range(int(sys.argv[1]) - 1):
    last = restarted()
for (files, sockets, memory), (files_at_end, sockets_at_end, memory_at_end) in zip(first, last):
    assert files_at_end <= files + MAY_DIFFER_FILES and sockets_at_end <= sockets and memory_at_end <= memory * MAY_DIFFER_MEMORY, (first, last)
print("kernel and client: files, sockets, KB after the first restart", first, "and after the last", last)
client.stop_channels()
manager.shutdown_kernel()
assert not manager.is_alive()
