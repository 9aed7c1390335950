using System.Text;

namespace NeuralNotebooks.Engine;

/// <summary>Makes the console of this process the console of a session's running cell.</summary>
/// <remarks>
/// It is set up anew for every cell: a cell may have replaced or closed its writers. Text that a task left behind writes to them when
/// no cell of its session runs is kept for the session's next cell.
/// </remarks>
internal sealed class ConsoleCapture
{
    private const int MaximumKeptLength = 64 * 1024;

    private readonly Lock gate = new();
    private readonly List<(StreamName Stream, string Text)> kept = [];
    private int keptLength;
    private OutputQueue? current;

    /// <summary>From now on, what is written goes to this cell's outputs. Disposing the result ends that.</summary>
    public IDisposable Begin(OutputQueue outputs, CellInput input)
    {
        var before = (Console.Out, Console.Error, Console.In);
        lock (gate)
        {
            foreach ((StreamName stream, string text) in kept)
                outputs.Write(stream, text);
            kept.Clear();
            keptLength = 0;
            current = outputs;
        }
        Console.SetOut(new CellWriter(this, StreamName.Stdout));
        Console.SetError(new CellWriter(this, StreamName.Stderr));
        Console.SetIn(input);
        return new Ending(() =>
        {
            lock (gate)
                current = null;
            Console.SetOut(before.Out);
            Console.SetError(before.Error);
            Console.SetIn(before.In);
        });
    }

    private void Write(StreamName stream, string text)
    {
        InterruptPoint.Pass();
        if (text.Length == 0)
            return;
        OutputQueue? outputs;
        lock (gate)
        {
            outputs = current;
            if (outputs is null && keptLength + text.Length <= MaximumKeptLength)
            {
                kept.Add((stream, text));
                keptLength += text.Length;
            }
        }
        outputs?.Write(stream, text);
    }

    private sealed class Ending(Action action) : IDisposable
    {
        public void Dispose() => action();
    }

    /// <summary>Unbuffered, and not to be closed.</summary>
    private sealed class CellWriter : TextWriter
    {
        private readonly ConsoleCapture capture;
        private readonly StreamName stream;

        public CellWriter(ConsoleCapture capture, StreamName stream)
            : base(formatProvider: null)
        {
            (this.capture, this.stream) = (capture, stream);
            CoreNewLine = ['\n'];
        }

        public override Encoding Encoding => Encoding.UTF8;

        public override void Write(char value) => capture.Write(stream, value.ToString());

        public override void Write(char[] buffer, int index, int count) => capture.Write(stream, new string(buffer, index, count));

        public override void Write(ReadOnlySpan<char> buffer) => capture.Write(stream, buffer.ToString());

        public override void Write(string? value) => capture.Write(stream, value ?? "");

        /// <summary>In one piece, so that lines of several threads do not mix.</summary>
        public override void WriteLine(string? value) => capture.Write(stream, value + "\n");

        public override void WriteLine(ReadOnlySpan<char> buffer) => capture.Write(stream, $"{buffer}\n");
    }
}
