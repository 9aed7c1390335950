using System.Diagnostics;
using System.Globalization;

namespace NeuralNotebooks.Runner;

/// <summary>The environment variables with which a worker is started, and how it uses them.</summary>
internal static class WorkerEnvironment
{
    /// <summary>Marks a worker and everything that it starts, so that they can be found when the worker itself is
    /// gone.</summary>
    public const string Mark = "NEURALNOTEBOOKS_WORKER";

    /// <summary>What a notebook may read to make its experiments shorter.</summary>
    public const string Quick = "NN_QUICK";

    /// <summary>What a notebook may read to run experiments that take minutes.</summary>
    public const string Full = "NN_FULL";

    /// <summary>How many threads the library's products use.</summary>
    public const string Threads = "NN_NUM_THREADS";

    /// <summary>Settings of the runtime: read once at the start, and not meant for the processes that a cell
    /// starts.</summary>
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
        // No debugger sockets: a faster start, nothing left in the temporary folder.
        variables["DOTNET_EnableDiagnostics"] = "0";
        variables["DOTNET_DbgEnableMiniDump"] = "0"; // A stack overflow is reported; a gigabyte dump helps nobody.
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

    public static void ForgetRuntimeSettings()
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
