using System.Diagnostics;
using System.Globalization;

namespace NeuralNotebooks.Runner;

/// <summary>The environment variables with which a worker is started.</summary>
internal static class WorkerEnvironment
{
    /// <summary>Marks a worker and all processes that it starts, so that they can be found after the worker has
    /// ended.</summary>
    public const string Mark = "NEURALNOTEBOOKS_WORKER";

    /// <summary>The variable that tells a notebook to make its experiments shorter.</summary>
    public const string Quick = "NN_QUICK";

    /// <summary>The variable that tells a notebook to run experiments that take minutes.</summary>
    public const string Full = "NN_FULL";

    /// <summary>The variable with the number of threads of the library's matrix products.</summary>
    public const string Threads = "NN_NUM_THREADS";

    /// <summary>Settings of the runtime. It reads them once at the start; they are then removed, so that processes that
    /// a cell starts do not inherit them.</summary>
    private static readonly string[] _runtimeSettings =
        ["DOTNET_GCHeapHardLimit", "DOTNET_EnableDiagnostics", "DOTNET_DbgEnableMiniDump", "DOTNET_gcServer"];

    public static void Set(IDictionary<string, string?> variables, RunOptions options, string mark)
    {
        foreach ((string name, string value) in options.Environment)
            variables[name] = value;
        if (options.Threads is { } threads)
            variables.TryAdd(Threads, threads.ToString(CultureInfo.InvariantCulture));
        if (options.MemoryMegabytes > 0)
            variables["DOTNET_GCHeapHardLimit"] = (options.MemoryMegabytes * 1024L * 1024L).ToString(
                "X",
                CultureInfo.InvariantCulture
            );
        // Without debugger sockets the start is faster, and no files remain in the temporary folder.
        variables["DOTNET_EnableDiagnostics"] = "0";
        variables["DOTNET_DbgEnableMiniDump"] = "0"; // A crash is reported; no dump file is needed.
        variables["DOTNET_gcServer"] = "0";
        variables[Mark] = mark;
        Set(variables, Quick, options.Quick);
        Set(variables, Full, options.Full);
    }

    private static void Set(IDictionary<string, string?> variables, string name, bool isSet)
    {
        if (isSet)
            variables[name] = "1";
        else
            variables.Remove(name);
    }

    public static void RemoveRuntimeSettings()
    {
        foreach (string name in _runtimeSettings)
            Environment.SetEnvironmentVariable(name, null);
    }

    /// <summary>The peak memory (bytes) of this process, as far as the system reports it.</summary>
    public static long PeakMemory()
    {
        using Process self = Process.GetCurrentProcess();
        return Math.Max(self.PeakWorkingSet64, self.WorkingSet64);
    }
}
