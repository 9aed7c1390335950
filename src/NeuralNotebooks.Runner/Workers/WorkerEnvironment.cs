namespace NeuralNotebooks.Runner;

internal static class WorkerEnvironment
{
    /// <summary>The first command-line argument of a worker; the second is the name of the pipes, the third the kit's
    /// script for a notebook without one in its folder.</summary>
    public const string Verb = "worker";

    /// <summary>The environment variable with the path of the notebook, which Jupyter defines.</summary>
    public const string PathVariable = "JPY_SESSION_NAME";

    /// <summary>The environment variable that forbids to build projects, which <c>#r</c> names.</summary>
    public const string NoProjectsVariable = "NN_NO_PROJECTS";

    public static void Set(IDictionary<string, string?> variables, RunOptions options)
    {
        foreach ((string name, string value) in options.Environment)
            variables[name] = value;
        if (options.Threads is { } threads)
            variables.TryAdd("NN_NUM_THREADS", threads.ToString(CultureInfo.InvariantCulture));
        RuntimeSettings.Set(variables, options.MemoryMegabytes);
        Set(variables, "NN_QUICK", options.Quick);
        Set(variables, "NN_FULL", options.Full);
        Set(variables, NoProjectsVariable, !options.BuildsProjects);
    }

    private static void Set(IDictionary<string, string?> variables, string name, bool isSet)
    {
        if (isSet)
            variables[name] = "1";
        else
            variables.Remove(name);
    }
}
