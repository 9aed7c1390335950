namespace NeuralNotebooks.Runner;

/// <summary>The environment variables that set up the .NET runtime of a supervised process.</summary>
internal static class RuntimeSettings
{
    private const string HeapLimit = "DOTNET_GCHeapHardLimit";

    private static readonly Dictionary<string, string> _fixed = new()
    {
        ["DOTNET_EnableDiagnostics"] = "0", // No sockets of debuggers: a faster start, and no files remain.
        ["DOTNET_DbgEnableMiniDump"] = "0", // A crash is reported; no dump file is needed.
        ["DOTNET_gcServer"] = "0",
        ["DOTNET_GCLOHThreshold"] = "1000000", // 16 MB: what a step of training allocates is freed cheaply.
        ["DOTNET_gcConcurrent"] = "0", // Pauses do not matter, and a thread for collections costs time.
        ["DOTNET_EnableWriteXorExecute"] = "0", // A faster start; it gives no protection from code that runs here.
    };

    public static IEnumerable<string> Names => [HeapLimit, .. _fixed.Keys];

    public static void Set(IDictionary<string, string?> variables, int memoryMegabytes)
    {
        foreach ((string name, string value) in _fixed)
            variables[name] = value;
        if (memoryMegabytes > 0)
            variables[HeapLimit] = (memoryMegabytes * 1024L * 1024L).ToString("X", CultureInfo.InvariantCulture);
    }
}
