using System.Runtime.ExceptionServices;
using System.Text;

namespace NeuralNotebooks.Engine;

/// <summary>Carries what a cell shows from its threads to the sink: in order, from one thread at a time, text in pieces.</summary>
/// <remarks>
/// The cell's threads, which may be interrupted, never run the sink's code. What tasks of the cell show after its end is late: it is
/// carried as well, by a thread that comes when there is something and goes when there is no more.
/// </remarks>
internal sealed class OutputQueue
{
    private const int PieceLength = 16 * 1024;
    private const int MaximumPendingLength = 1024 * 1024;
    private static readonly TimeSpan TextDelay = TimeSpan.FromMilliseconds(30);

    /// <summary>The queues with late outputs on their way.</summary>
    private static readonly HashSet<OutputQueue> Late = [];

    private readonly object gate = new();
    private readonly IOutputSink sink;
    private Task delivery;
    private Queue<Action<IOutputSink>> pending = [];
    private readonly StringBuilder text = new();
    private StreamName textStream;
    private long nextText;
    private bool completed, delivering = true, isLate;
    private Exception? failure;

    public OutputQueue(IOutputSink sink)
    {
        this.sink = sink;
        delivery = BeginDelivery();
    }

    /// <summary>Returns when the late outputs of all cells have been delivered that were written before the call.</summary>
    public static void FlushLate()
    {
        OutputQueue[] queues;
        lock (Late)
            queues = [.. Late];
        foreach (OutputQueue queue in queues)
            queue.Flush();
    }

    public void Write(StreamName stream, string chars)
    {
        lock (gate)
        {
            // A cell that writes faster than the sink takes it waits, so that endless output does not fill the memory.
            while (text.Length > MaximumPendingLength && failure is null)
                Monitor.Wait(gate);
            if (stream != textStream)
                EndText();
            textStream = stream;
            text.Append(chars);
            WakeDelivery();
        }
    }

    public void Emit(Output output) => Add(s => s.Emit(output));

    public void Update(string displayId, MimeBundle data) => Add(s => s.Update(displayId, data));

    public void Clear(bool wait) => Add(s => s.Clear(wait));

    /// <summary>Returns when what was written so far has been delivered, or the sink has failed.</summary>
    public void Flush()
    {
        lock (gate)
        {
            bool delivered = false;
            Add(_ =>
            {
                lock (gate)
                {
                    delivered = true;
                    Monitor.PulseAll(gate);
                }
            });
            while (!delivered && failure is null)
                Monitor.Wait(gate);
        }
    }

    /// <summary>The cell has ended. Returns when all that it has shown up to now has been delivered.</summary>
    /// <exception cref="Exception">What the sink has thrown.</exception>
    public async Task CompleteAsync()
    {
        Task untilNow = delivery;
        lock (gate)
        {
            completed = true;
            Monitor.PulseAll(gate);
        }
        await untilNow.ConfigureAwait(false);
        if (failure is not null)
            ExceptionDispatchInfo.Throw(failure);
    }

    private void Add(Action<IOutputSink> action)
    {
        lock (gate)
        {
            EndText();
            pending.Enqueue(action);
            WakeDelivery();
        }
    }

    private Task BeginDelivery() => Task.Factory.StartNew(Deliver, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    /// <summary>There is something to deliver.</summary>
    private void WakeDelivery()
    {
        if (!delivering)
        {
            (delivering, isLate) = (true, true);
            lock (Late)
                Late.Add(this);
            delivery = BeginDelivery();
        }
        Monitor.PulseAll(gate);
    }

    /// <summary>Text written so far becomes one output, so that what is shown next comes after it.</summary>
    private void EndText()
    {
        if (text.Length == 0)
            return;
        var output = new StreamOutput(textStream, text.ToString());
        text.Clear();
        pending.Enqueue(s => s.Emit(output));
    }

    private void Deliver()
    {
        while (Take() is { } actions)
        {
            try
            {
                foreach (Action<IOutputSink> action in actions)
                    action(sink);
            }
            catch (Exception e)
            {
                lock (gate)
                {
                    failure ??= e;
                    Monitor.PulseAll(gate);
                }
            }
        }
    }

    /// <summary>The next things to deliver, or null when the cell has ended and there are none. Text after text waits a moment for more to come; the first goes at once, for the process may be about to die.</summary>
    private Queue<Action<IOutputSink>>? Take()
    {
        lock (gate)
        {
            while (pending.Count == 0 && text.Length == 0)
            {
                if (completed)
                {
                    delivering = false;
                    lock (Late)
                        Late.Remove(this);
                    return null;
                }
                Monitor.Wait(gate);
            }
            while (pending.Count == 0 && text.Length < PieceLength && (!completed || isLate) && nextText - Environment.TickCount64 is > 0 and var left)
                Monitor.Wait(gate, (int)left);
            nextText = Environment.TickCount64 + (long)TextDelay.TotalMilliseconds;

            EndText();
            Queue<Action<IOutputSink>> actions = pending;
            pending = [];
            Monitor.PulseAll(gate);
            return failure is null ? actions : [];
        }
    }
}
