namespace NeuralNotebooks.Engine.Tests;

public sealed class EventLoopTests() : SessionTests(Hosts.WithThreads)
{
    [Fact]
    public async Task Threads_that_are_interrupted_while_they_post_leave_nothing_undone()
    {
        const int Posts = 300_000;
        int ran = 0;
        Task<int> loop = EventLoop.RunAsync(async own =>
        {
            Thread[] threads = [.. Enumerable.Range(0, 3).Select(_ => new Thread(() =>
            {
                for (int i = 0; i < Posts; i++)
                    own.Post(_ => ran++, null);
            }) { IsBackground = true })];
            Array.ForEach(threads, thread => thread.Start());
            await Task.Run(() =>
            {
                while (Array.Exists(threads, thread => thread.IsAlive))
                    foreach (Thread thread in threads)
                        if (thread.ThreadState.HasFlag(ThreadState.WaitSleepJoin))
                            thread.Interrupt();
            });
            await Task.Yield();
            return ran;
        }, hasThreads: true);

        Assert.Equal(3 * Posts, await loop.WaitAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_cell_that_interrupts_its_own_thread_while_that_waits_for_it_goes_on()
    {
        Shown cell = await Session.Run(
            "var own = System.Threading.Thread.CurrentThread;\n"
                + "await Task.Run(() => { System.Threading.Thread.Sleep(50); own.Interrupt(); });\n"
                + "await Task.Delay(50);\n7");

        Assert.Equal("7", cell.Plain);
    }
}
