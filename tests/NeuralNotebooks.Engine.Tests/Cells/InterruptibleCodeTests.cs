namespace NeuralNotebooks.Engine.Tests;

[Collection(nameof(CurrentCellTests))]
public class InterruptibleCodeTests
{
    [Fact]
    public async Task Code_that_blocks_again_just_when_another_thread_wants_to_help_gets_what_it_waits_for()
    {
        Task<bool> ended = EventLoop.RunAsync(
            loop => InterruptibleCode.RunAsync(
                new(new(1), new BusyOnce(), _ => "") { Loop = loop }, Block),
            hasThreads: true);

        Assert.True(await ended.WaitAsync(TestContext.Current.CancellationToken));

        static Task Block()
        {
            Later().Wait();
            return Task.CompletedTask;
        }

        static async Task Later() => await Task.Yield();
    }

    /// <summary>Seems to deliver when the thread that helps looks for the third time.</summary>
    private sealed class BusyOnce : OutputDelivery
    {
        private int _looks;

        public override bool IsWaiting => Interlocked.Increment(ref _looks) == 3;

        // Other tests may write to the console meanwhile.
        public override void Write(StreamName stream, string chars)
        {
        }

        public override void Emit(OutputEvent shown) => throw new NotSupportedException();

        public override void Flush() => throw new NotSupportedException();

        public override void Complete() => throw new NotSupportedException();
    }
}
