namespace NeuralNotebooks.Engine.Tests;

/// <summary>Also the synchronization context of some threads, which counts their waits.</summary>
public class CellExecutionTests : SynchronizationContext
{
    private int _waits;

    public CellExecutionTests() => SetWaitNotificationRequired();

    public override int Wait(IntPtr[] waitHandles, bool waitAll, int millisecondsTimeout)
    {
        Interlocked.Increment(ref _waits);
        return WaitHelper(waitHandles, waitAll, millisecondsTimeout);
    }

    [Fact]
    public void A_thread_does_not_wait_to_learn_whether_it_must_stop()
    {
        using CellExecution execution = new(new(1), new DirectOutputs(new Shown()), _ => "");
        execution.Stop();
        Thread[] threads = [.. Enumerable.Range(0, 4).Select(_ => new Thread(() =>
        {
            SetSynchronizationContext(this);
            for (int i = 0; i < 200_000; i++)
                execution.TryClaimStop(Thread.CurrentThread);
        }))];
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());
        Assert.Equal(0, _waits);
    }
}
