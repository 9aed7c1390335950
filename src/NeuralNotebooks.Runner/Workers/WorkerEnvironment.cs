namespace NeuralNotebooks.Runner;

/// <summary>The environment variables with which a worker is started.</summary>
internal static class WorkerEnvironment
{
    /// <summary>The variable that tells a notebook to make its experiments shorter.</summary>
    public const string Quick = "NN_QUICK";

    /// <summary>The variable that tells a notebook to run experiments that take minutes.</summary>
    public const string Full = "NN_FULL";

    /// <summary>The variable with the number of threads of the library's matrix products.</summary>
    public const string Threads = "NN_NUM_THREADS";

    public static void Set(IDictionary<string, string?> variables, RunOptions options)
    {
        foreach ((string name, string value) in options.Environment)
            variables[name] = value;
        if (options.Threads is { } threads)
            variables.TryAdd(Threads, threads.ToString(CultureInfo.InvariantCulture));
        RuntimeSettings.Set(variables, options.MemoryMegabytes);
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

    /// <summary>The peak memory (bytes) of this process, as far as the system reports it.</summary>
    public static long PeakMemory()
    {
        using Process self = Process.GetCurrentProcess();
        return Math.Max(self.PeakWorkingSet64, self.WorkingSet64);
    }
}
