namespace NeuralNotebooks.Runner;

/// <summary>Starts processes from one thread that never ends. Linux kills a sandbox when the thread that has started it
/// ends (PR_SET_PDEATHSIG).</summary>
internal static class ProcessStarter
{
    private static readonly BlockingCollection<Action> _starts = [];

    static ProcessStarter() => OwnThread.Start("Process starter", () =>
    {
        foreach (Action start in _starts.GetConsumingEnumerable())
            start();
    });

    public static Process Start(ProcessStartInfo info)
    {
        var started = new TaskCompletionSource<Process>(TaskCreationOptions.RunContinuationsAsynchronously);
        _starts.Add(() =>
        {
            try
            {
                started.SetResult(Process.Start(info) ?? throw new IOException("the system started no process"));
            }
            catch (Exception e)
            {
                started.SetException(e);
            }
        });
        return started.Task.GetAwaiter().GetResult();
    }
}
