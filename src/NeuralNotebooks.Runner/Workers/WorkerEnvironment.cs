namespace NeuralNotebooks.Runner;

internal static class WorkerEnvironment
{
    public static void Set(IDictionary<string, string?> variables, RunOptions options)
    {
        foreach ((string name, string value) in options.Environment)
            variables[name] = value;
        if (options.Threads is { } threads)
            variables.TryAdd(NotebookHost.ThreadsVariable, threads.ToString(CultureInfo.InvariantCulture));
        RuntimeSettings.Set(variables, options.MemoryMegabytes);
        // A variable that is null is not passed on.
        variables[NotebookHost.QuickVariable] = options.Quick ? "1" : null;
        variables[NotebookHost.FullVariable] = options.Full ? "1" : null;
        variables[WorkerProtocol.NoProjectsVariable] = options.BuildsProjects ? null : "1";
    }
}
