using System.ComponentModel;
using Microsoft.Win32.SafeHandles;

namespace NeuralNotebooks.Jupyter;

/// <summary>Ends the kernel when the process that started it has exited without shutting it down, so that no orphaned
/// process remains.</summary>
internal static class ParentWatch
{
    /// <summary>The environment variable in which Jupyter passes its process id or, on Windows, an inherited handle of
    /// its process.</summary>
    public const string Variable = "JPY_PARENT_PID";

    private static readonly TimeSpan _pollInterval = TimeSpan.FromSeconds(1);

    /// <param name="orphaned">Called once, on a dedicated thread, when the parent has exited.</param>
    public static void Begin(Action orphaned)
    {
        string? parent = Environment.GetEnvironmentVariable(Variable);
        if (!long.TryParse(parent, NumberStyles.None, CultureInfo.InvariantCulture, out long id) || id == 0)
            return;
        // If the variable was inherited from another program, the number may not be a process handle of this process.
        if (OperatingSystem.IsWindows() && ProcessId((nint)id) == 0)
            return;
        OwnThread.Start("Parent watch", () =>
        {
            if (OperatingSystem.IsWindows())
                WaitForHandle((nint)id);
            else
                WaitForProcess((int)id);
            orphaned();
        });
    }

    private static void WaitForHandle(nint handle)
    {
        using var ended = new ManualResetEvent(initialState: false)
        {
            SafeWaitHandle = new SafeWaitHandle(handle, ownsHandle: false),
        };
        ended.WaitOne();
    }

    /// <summary>Waits until the parent has exited, which is detected by the change of the parent's id. If the client is
    /// not the direct parent, the existence of its process is polled as well.</summary>
    private static void WaitForProcess(int id)
    {
        int parent = ParentId();
        while (ParentId() == parent && (id == parent || IsAlive(id)))
            Thread.Sleep(_pollInterval);
    }

    private static bool IsAlive(int id)
    {
        try
        {
            using Process process = Process.GetProcessById(id);
            return !process.HasExited;
        }
        catch (Exception e) when (e is ArgumentException or InvalidOperationException)
        {
            return false;
        }
        catch (Win32Exception)
        {
            return true; // It exists, but belongs to another user.
        }
    }

    [DllImport("kernel32", EntryPoint = "GetProcessId")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern uint ProcessId(nint handle);

    [DllImport("libc", EntryPoint = "getppid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int ParentId();
}
