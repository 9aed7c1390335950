namespace NeuralNotebooks.Runner;

/// <summary>Starts processes from one thread that never ends. Linux kills a sandbox when the thread that has started it
/// ends (PR_SET_PDEATHSIG).</summary>
internal static class ProcessStarter
{
    private static readonly BlockingCollection<Task> _starts = [];

    static ProcessStarter() => OwnThread.Start("Process starter", () =>
    {
        foreach (Task start in _starts.GetConsumingEnumerable())
            start.RunSynchronously();
    });

    public static Process Start(ProcessStartInfo info)
    {
        var start = new Task<Process>(
            () => Process.Start(info) ?? throw new IOException("the system started no process"));
        _starts.Add(start);
        return start.GetAwaiter().GetResult();
    }
}
