namespace NeuralNotebooks.Tests.Threading;

/// <summary>These tests run alone: they set the number of threads, and no other test may use the team.</summary>
[Collection(nameof(ThreadTeamTests))]
[CollectionDefinition(nameof(ThreadTeamTests), DisableParallelization = true)]
public sealed class ThreadTeamTests : IDisposable
{
    private readonly int _size = ThreadTeam.Size;

    public void Dispose() => ThreadTeam.Size = _size;

    [Theory]
    [Cases(1, 2, 5)]
    public void Every_chunk_is_done_once_in_each_of_many_rounds(int size)
    {
        ThreadTeam.Size = size;
        for (int round = 0; round < 20_000; round++)
        {
            var work = new Counting(1 + round % 7);
            ThreadTeam.Run(work.Do, work.Done.Length);
            work.ShouldBeDone(times: 1);
        }
    }

    [Fact]
    public void Sleeping_members_are_woken()
    {
        ThreadTeam.Size = 3;
        for (int round = 0; round < 5; round++)
        {
            Thread.Sleep(20);
            // Each chunk waits for the other two, so they must run on three threads at the same time.
            using var barrier = new Barrier(3);
            HashSet<int> threads = [];
            ThreadTeam.Run(
                _ =>
                {
                    lock (threads)
                        threads.Add(Environment.CurrentManagedThreadId);
                    barrier.SignalAndWait(TestContext.Current.CancellationToken);
                },
                3);
            Assert.Equal(3, threads.Count);
        }
    }

    [Fact]
    public void With_size_1_everything_is_done_by_the_caller_in_order()
    {
        ThreadTeam.Size = 1;
        List<(int Chunk, int Thread)> done = [];
        ThreadTeam.Run(chunk => done.Add((chunk, Environment.CurrentManagedThreadId)), 4);
        Assert.Equal([0, 1, 2, 3], done.Select(chunk => chunk.Chunk));
        Assert.All(done, chunk => Assert.Equal(Environment.CurrentManagedThreadId, chunk.Thread));
    }

    [Fact]
    public void Nested_work_is_done_by_the_thread_that_starts_it()
    {
        ThreadTeam.Size = 2;
        var inner = new Counting(4);
        ThreadTeam.Run(_ => ThreadTeam.Run(inner.Do, 4), 3);
        inner.ShouldBeDone(times: 3);
    }

    [Fact]
    public void Several_callers_at_once_all_get_their_work_done()
    {
        ThreadTeam.Size = 2;
        Parallel.For(0, 4, _ =>
        {
            for (int round = 0; round < 2_000; round++)
            {
                var work = new Counting(5);
                ThreadTeam.Run(work.Do, 5);
                work.ShouldBeDone(times: 1);
            }
        });
    }

    [Theory]
    [Cases(1, 2)]
    public void An_exception_in_a_chunk_reaches_the_caller_and_the_team_goes_on(int size)
    {
        ThreadTeam.Size = size;
        Fails.As<InvalidOperationException>(
            "chunk 2",
            () => ThreadTeam.Run(
            chunk =>
            {
                if (chunk == 2)
                    throw new InvalidOperationException("chunk 2");
            },
            4));

        var work = new Counting(4);
        ThreadTeam.Run(work.Do, 4);
        work.ShouldBeDone(times: 1);
    }

    [Fact]
    public void An_interrupt_during_wake_up_takes_effect_after_the_round()
    {
        ThreadTeam.Size = 2;
        var work = new Counting(4);
        bool heard = false;
        var caller = new Thread(() =>
        {
            Thread.Sleep(20); // the others fall asleep
            Thread.CurrentThread.Interrupt();
            ThreadTeam.Run(work.Do, 4);
            try
            {
                Thread.Sleep(1);
            }
            catch (ThreadInterruptedException)
            {
                heard = true;
            }
        });
        caller.Start();
        caller.Join();
        work.ShouldBeDone(times: 1);
        Assert.True(heard);
    }

    [Fact]
    public void A_round_allocates_nothing()
    {
        ThreadTeam.Size = 2;
        var work = new Counting(4);
        Action<int> chunk = work.Do;
        ThreadTeam.Run(chunk, 4);
        long bytes = Allocations.Of(() =>
        {
            for (int round = 0; round < 100; round++)
                ThreadTeam.Run(chunk, 4);
        });
        Assert.Equal(0, bytes);
    }

    [Theory]
    [Cases(
        null, 6, 6, "3", 6, 3, "1", 6, 1, "0", 6, 6, "-2", 6, 6, "two", 6, 6, "1000", 6, 6, "7", 2, 2, null, 1000, 256)]
    public void The_environment_variable_sets_the_size_if_it_is_a_number_of_threads(
        string? variable,
        int cores,
        int size) => Assert.Equal(size, ThreadTeam.InitialSize(variable, cores, () => TextWriter.Null));

    [Fact]
    public void More_threads_than_cores_are_noted_and_fewer_are_not()
    {
        StringWriter notes = new();
        ThreadTeam.InitialSize("2", 2, () => notes);
        Assert.Equal("", notes.ToString());
        ThreadTeam.InitialSize("7", 2, () => notes);
        notes.ToString().ShouldStartWith("NN_NUM_THREADS is 7, and there are 2 cores: 2 threads are used");
    }

    [Theory]
    [Cases(1, 2)]
    public void More_chunks_than_a_round_can_count_are_rejected(int size)
    {
        ThreadTeam.Size = size;
        Assert.Throws<ArgumentOutOfRangeException>(() => ThreadTeam.Run(_ => { }, 65_536));
        int done = 0;
        ThreadTeam.Run(_ => Interlocked.Increment(ref done), 65_535);
        Assert.Equal(65_535, done);
    }

    private sealed class Counting(int chunks)
    {
        public int[] Done { get; } = new int[chunks];

        public void Do(int chunk) => Interlocked.Increment(ref Done[chunk]);

        public void ShouldBeDone(int times) => Assert.All(Done, done => Assert.Equal(times, done));
    }
}
