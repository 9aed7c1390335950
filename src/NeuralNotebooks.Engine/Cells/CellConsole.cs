namespace NeuralNotebooks.Engine;

/// <summary>Redirects the console of this process to the cells.</summary>
/// <remarks>Text becomes an output of the cell whose code writes it, even after that cell has ended, since its tasks
/// may still be running. Text that no cell writes goes to the original console of the process.</remarks>
internal static class CellConsole
{
    private static readonly TextWriter _processOut = Console.Out, _processError = Console.Error;

    /// <summary>Redirects the console; called for every cell, since a cell may have replaced or closed the writers.
    /// Disposing the result ends the redirection of input.</summary>
    public static IDisposable Begin(CellInput input)
    {
        // Console.In is not supported in a browser.
        TextReader before = OperatingSystem.IsBrowser() ? TextReader.Null : Console.In;
        Console.SetOut(new CellWriter(StreamName.Stdout, _processOut));
        Console.SetError(new CellWriter(StreamName.Stderr, _processError));
        Console.SetIn(input);
        return new Ending(() => Console.SetIn(before));
    }

    private sealed class Ending(Action action) : IDisposable
    {
        public void Dispose() => action();
    }

    private sealed class CellWriter : TextWriter
    {
        private readonly StreamName _stream;
        private readonly TextWriter _fallback;

        public CellWriter(StreamName stream, TextWriter fallback)
            : base(formatProvider: null)
        {
            (_stream, _fallback) = (stream, fallback);
            CoreNewLine = ['\n'];
        }

        public override Encoding Encoding => Encoding.UTF8;

        public override void Write(char value) => Write(value.ToString());

        public override void Write(char[] buffer, int index, int count) => Write(new string(buffer, index, count));

        public override void Write(ReadOnlySpan<char> buffer) => Write(buffer.ToString());

        public override void Write(string? value)
        {
            InterruptPoint.Pass();
            if (string.IsNullOrEmpty(value))
                return;
            if (CurrentCell.OfCallerOrRunning?.Outputs is { } outputs)
                outputs.Write(_stream, value);
            else
                WriteToProcess(value);
        }

        /// <summary>Ignores a full disk or a closed pipe: nothing would catch the exception, and it would end the
        /// process.</summary>
        private void WriteToProcess(string value)
        {
            try
            {
                _fallback.Write(value);
            }
            catch (IOException)
            {
                // There is nowhere left to report it.
            }
        }

        public override void WriteLine(string? value) => Write(value + "\n");

        public override void WriteLine(ReadOnlySpan<char> buffer) => Write($"{buffer}\n");
    }
}
