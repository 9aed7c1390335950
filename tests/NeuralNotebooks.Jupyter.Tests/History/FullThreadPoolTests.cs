using NeuralNotebooks.Engine;

namespace NeuralNotebooks.Jupyter.Tests;

/// <summary>The history while unfinished tasks of cells occupy the thread pool.</summary>
[Collection(nameof(Alone))]
public sealed class FullThreadPoolTests : FolderedTests
{
    [Fact]
    public void The_history_is_written_and_read_although_the_thread_pool_is_full()
    {
        using var history = new SessionHistory(new HistoryFile(Folder.At("history.jsonl"), _ => { }));
        using var end = new ManualResetEventSlim();
        using var ended = new CountdownEvent(500);
        using var read = new ManualResetEventSlim();
        IReadOnlyList<HistoryEntry> found = [];
        for (int i = 0; i < ended.InitialCount; i++)
            ThreadPool.QueueUserWorkItem(_ =>
            {
                end.Wait();
                ended.Signal();
            });
        try
        {
            history.Add(1, "x", null);
            OwnThread.Start(
                "reader",
                () =>
                {
                    found = history.Tail(1);
                    read.Set();
                }
            );

            Assert.True(read.Wait(TimeSpan.FromSeconds(30)), "The history waits for the thread pool.");
            Assert.Equal("x", Assert.Single(found).Input);
        }
        finally
        {
            end.Set();
            ended.Wait();
        }
    }
}
