namespace NeuralNotebooks.Engine.Tests;

/// <summary>A cell shows more than its sink accepts. The sink of these tests blocks until it is opened.</summary>
public sealed class OutputQueueTests : IDisposable
{
    private static readonly TimeSpan _watchdog = TimeSpan.FromMinutes(5);

    private readonly ClosedSink _sink = new();
    private readonly OutputQueue _queue;
    private readonly List<Thread> _threads = [];

    public OutputQueueTests() => _queue = new OutputQueue(_sink, []);

    public static TheoryData<string, int> Floods =>
        new()
        {
            { "displays", OutputQueue.Capacity / 100_000 + 1 },
            { "long displays", 1 },
            { "small displays", OutputQueue.Capacity / OutputQueue.Overhead + 1 },
            { "errors", OutputQueue.Capacity / 100_000 + 1 },
            { "updates of many displays", OutputQueue.Capacity / 100_000 + 1 },
            { "text", OutputQueue.Capacity / 1000 + 1 },
            { "text and errors in turn", OutputQueue.Capacity / OutputQueue.Overhead + 1 },
        };

    [Theory]
    [MemberData(nameof(Floods))]
    public void A_cell_that_shows_more_than_is_taken_waits_and_loses_nothing(string what, int most)
    {
        int shown = 0, all = most + 20;
        Thread cell = Start(() =>
        {
            for (int i = 0; i < all; i++, Volatile.Write(ref shown, i))
                Show(what, i);
        });
        WaitUntilBlocked(cell);

        Assert.InRange(Volatile.Read(ref shown), 1, most);
        _sink.Open();
        Assert.True(cell.Join(_watchdog));
        _queue.Complete();
        int taken = _sink.Taken.Sum(output => output is StreamOutput stream ? stream.Text.Length : 1);
        Assert.Equal(what == "text" ? all * 1000 : all, taken);
    }

    [Fact]
    public void Only_the_last_of_the_updates_that_wait_is_delivered()
    {
        _queue.Emit(Display("first"));
        Assert.True(SpinWait.SpinUntil(() => _sink.IsBusy, _watchdog));
        for (int i = 0; i < 100_000; i++)
        {
            _queue.Emit(new DisplayUpdate("bar", MimeBundle.Plain($"bar {i}")));
            _queue.Emit(new DisplayUpdate("other", MimeBundle.Plain($"other {i}")));
        }
        _queue.Emit(Display("last"));
        _sink.Open();
        _queue.Complete();

        Assert.Equal(["first", "bar 99999", "other 99999", "last"], _sink.Taken.Select(Plain));
    }

    [Theory]
    [Cases(true, false)]
    public void A_waiting_thread_of_a_stopped_cell_goes_on_and_what_does_not_fit_is_dropped(bool isText)
    {
        Thread cell = Blocked(isText ? "text" : "long displays");

        _queue.IsStopped = true;

        Assert.True(cell.Join(_watchdog));
    }

    [Fact]
    public void What_a_stopped_cell_has_shown_and_its_error_are_delivered()
    {
        Thread cell = Blocked("long displays");
        _queue.IsStopped = true;
        Assert.True(cell.Join(_watchdog));

        Thread end = Start(() => _queue.Emit(new ErrorOutput("Interrupted", "The cell was interrupted.", [])));
        _sink.Open();
        Assert.True(end.Join(_watchdog));
        _queue.Complete();

        Assert.Equal([typeof(DisplayData), typeof(ErrorOutput)], _sink.Taken.Select(output => output.GetType()));
    }

    [Fact]
    public void A_waiting_thread_that_is_interrupted_has_shown_nothing_more()
    {
        bool interrupted = false;
        Thread cell = Start(() =>
        {
            try
            {
                while (true)
                    Show("long displays", 0);
            }
            catch (ThreadInterruptedException)
            {
                interrupted = true;
            }
        });
        WaitUntilBlocked(cell);

        cell.Interrupt();

        Assert.True(cell.Join(_watchdog));
        Assert.True(interrupted);
        _sink.Open();
        _queue.Complete();
        Assert.Single(_sink.Taken);
    }

    [Fact]
    public void A_sink_that_fails_lets_the_waiting_cell_go_on()
    {
        Thread cell = Blocked("long displays");

        _sink.Open(new IOException("It is closed."));

        Assert.True(cell.Join(_watchdog));
        Assert.Throws<IOException>(_queue.Complete);
    }

    public void Dispose()
    {
        _queue.IsStopped = true;
        _sink.Open();
        _threads.ForEach(thread => thread.Join());
        _sink.Dispose();
    }

    /// <summary>A long text, created once, since a stopped cell shows it hundreds of times.</summary>
    private static readonly Dictionary<int, string> _texts = ((int[])[1, 1000, 100_000, 10_000_000]).ToDictionary(
        length => length, length => new string('x', length));

    private static DisplayData Display(string text) => new(MimeBundle.Plain(text), [], null);

    private static string? Plain(OutputEvent shown) =>
        ((shown as DisplayData)?.Data ?? (shown as DisplayUpdate)?.Data)?.Text(MimeBundle.PlainText);

    private void Show(string what, int i)
    {
        switch (what)
        {
            case "text":
                _queue.Write(StreamName.Stdout, _texts[1000]);
                break;
            case "text and errors in turn":
                _queue.Write(i % 2 == 0 ? StreamName.Stdout : StreamName.Stderr, "x");
                break;
            case "errors":
                _queue.Emit(new ErrorOutput("Exception", _texts[100_000], []));
                break;
            case "updates of many displays":
                _queue.Emit(new DisplayUpdate($"display {i}", MimeBundle.Plain(_texts[100_000])));
                break;
            default:
                int length = what switch
                {
                    "small displays" => 1,
                    "displays" => 100_000,
                    _ => 10_000_000,
                };
                _queue.Emit(Display(_texts[length]));
                break;
        }
    }

    private Thread Start(ThreadStart body)
    {
        var thread = new Thread(body) { IsBackground = true };
        _threads.Add(thread);
        thread.Start();
        return thread;
    }

    /// <summary>A cell that waits because it shows more than the sink accepts.</summary>
    private Thread Blocked(string what)
    {
        Thread cell = Start(() =>
        {
            for (int i = 0; i < 1000; i++)
                Show(what, i);
        });
        WaitUntilBlocked(cell);
        return cell;
    }

    private void WaitUntilBlocked(Thread thread) =>
        Assert.True(
            SpinWait.SpinUntil(() => _sink.IsBusy && thread.ThreadState.HasFlag(ThreadState.WaitSleepJoin), _watchdog));

    private sealed class ClosedSink : IOutputSink, IDisposable
    {
        private readonly ManualResetEventSlim _opened = new();
        private Exception? _failure;

        public bool IsBusy { get; private set; }

        public List<Output> Taken { get; } = [];

        public void Open(Exception? failure = null)
        {
            _failure ??= failure;
            _opened.Set();
        }

        public void Emit(OutputEvent shown)
        {
            IsBusy = true;
            _opened.Wait();
            if (_failure is not null)
                throw _failure;
            Taken.Add(shown as Output ?? Display(Plain(shown)!));
        }

        public void Dispose() => _opened.Dispose();
    }
}
