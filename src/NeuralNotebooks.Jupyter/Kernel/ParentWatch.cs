using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace NeuralNotebooks.Jupyter;

/// <summary>Ends the kernel when the process that has started it is gone without a word, so that no orphan lives on.</summary>
internal static class ParentWatch
{
    /// <summary>The environment variable by which Jupyter says who it is: a process id, on Windows an inherited handle of the process.</summary>
    public const string Variable = "JPY_PARENT_PID";

    private static readonly TimeSpan _betweenLooks = TimeSpan.FromSeconds(1);

    /// <summary>Begins to watch, if there is somebody to watch.</summary>
    /// <param name="orphaned">Is called once, on a thread of its own.</param>
    public static void Begin(Action orphaned)
    {
        string? parent = Environment.GetEnvironmentVariable(Variable);
        if (!long.TryParse(parent, NumberStyles.None, CultureInfo.InvariantCulture, out long id) || id == 0)
            return;
        new Thread(() =>
        {
            if (OperatingSystem.IsWindows())
                WaitForHandle((nint)id);
            else
                WaitForProcess((int)id);
            orphaned();
        })
        { IsBackground = true, Name = "Parent watch" }.Start();
    }

    private static void WaitForHandle(nint handle)
    {
        using var ended = new ManualResetEvent(initialState: false) { SafeWaitHandle = new SafeWaitHandle(handle, ownsHandle: false) };
        ended.WaitOne();
    }

    /// <summary>The system gives an orphan another parent. A client that is not the parent itself, but its parent, is looked for by its id.</summary>
    private static void WaitForProcess(int id)
    {
        int parent = ParentId();
        while (ParentId() == parent && (id == parent || IsAlive(id)))
            Thread.Sleep(_betweenLooks);
    }

    private static bool IsAlive(int id)
    {
        try
        {
            using Process process = Process.GetProcessById(id);
            return !process.HasExited;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    [DllImport("libc", EntryPoint = "getppid")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int ParentId();
}
