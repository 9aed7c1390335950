using System.Buffers;
using System.Threading.Channels;

namespace NeuralNotebooks.Runner;

/// <summary>Reads the standard output or error of a worker process (text from native code, from programs that a cell
/// has started, or from the runtime), and splits it at the marks that the worker writes at the end of each
/// cell.</summary>
/// <remarks>A mark contains the number of its cell, so that a mark that comes late is not taken for the mark of a later
/// cell.</remarks>
internal sealed class NativeOutput
{
    /// <summary>The most bytes of a cell's text that are kept: those of more characters than it may print.</summary>
    internal const int MaxBytes = 4 * (LimitedOutputs.MaxText + 1);

    private const int Digits = 8;

    private static readonly TimeSpan _timeout = TimeSpan.FromSeconds(1);

    private readonly Stream _stream;
    private readonly byte[] _mark;
    private readonly Channel<(int Cell, string Text)> _cells = Channel.CreateUnbounded<(int, string)>();
    private readonly ArrayBufferWriter<byte> _kept = new();

    private int _marked;

    /// <summary>Whether the last cell's mark did not come in time: the cell has closed or redirected the stream, or a
    /// process that it has started blocks it. Until a mark comes again, cells do not wait for theirs.</summary>
    private bool _isLate;

    public NativeOutput(Stream stream, string mark)
    {
        (_stream, _mark) = (stream, Encoding.ASCII.GetBytes(mark));
        OwnThread.Start("Worker output", Read);
    }

    public static byte[] MarkOf(string mark, int cell) => Encoding.ASCII.GetBytes(Invariant($"{mark}{cell:D8}"));

    /// <summary>The texts up to the end of the cell that has just ended, or up to the end of the process, with the
    /// numbers of their cells. There is more than one if the mark of an earlier cell came late.</summary>
    public async Task<IReadOnlyList<(int Cell, string Text)>> EndOfCellAsync(int cell, bool processHasEnded)
    {
        var texts = new List<(int, string)>();
        using var timeout = new CancellationTokenSource(_timeout);
        try
        {
            while (true)
            {
                while ((processHasEnded || _marked < cell)
                    && _cells.Reader.TryRead(out (int Cell, string Text) next))
                {
                    (_marked, _isLate) = (Math.Min(next.Cell, cell), false);
                    if (next.Text.Length > 0)
                        texts.Add((_marked, next.Text));
                }
                if (!processHasEnded && (_marked >= cell || _isLate))
                    return texts;
                if (!await _cells.Reader.WaitToReadAsync(timeout.Token))
                    return texts;
            }
        }
        catch (OperationCanceledException)
        {
            _isLate = true;
            return texts;
        }
    }

    private void Read()
    {
        byte[] buffer = new byte[64 * 1024];
        int held = 0, length = _mark.Length + Digits;
        try
        {
            int read;
            while ((read = _stream.Read(buffer, held, buffer.Length - held)) > 0)
            {
                int end = held + read, start = 0;
                while (FindMark(buffer.AsSpan(start, end - start), out int cell) is >= 0 and var at)
                {
                    Keep(buffer.AsSpan(start, at));
                    EndCell(cell);
                    start += at + length;
                }
                // The last bytes may be the beginning of a mark.
                held = Math.Min(end - start, length - 1);
                Keep(buffer.AsSpan(start, end - start - held));
                buffer.AsSpan(end - held, held).CopyTo(buffer);
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            // Treated as the end of the stream.
        }
        Keep(buffer.AsSpan(0, held));
        EndCell(int.MaxValue);
        _cells.Writer.Complete();
    }

    private int FindMark(ReadOnlySpan<byte> bytes, out int cell)
    {
        cell = 0;
        int at = bytes.IndexOf(_mark);
        return at >= 0 && bytes.Length >= at + _mark.Length + Digits
            && int.TryParse(bytes.Slice(at + _mark.Length, Digits), CultureInfo.InvariantCulture, out cell)
                ? at : -1;
    }

    private void Keep(ReadOnlySpan<byte> bytes) =>
        _kept.Write(bytes[..Math.Min(bytes.Length, MaxBytes - _kept.WrittenCount)]);

    private void EndCell(int cell)
    {
        _cells.Writer.TryWrite((cell, Encoding.UTF8.GetString(_kept.WrittenSpan)));
        _kept.ResetWrittenCount();
    }
}
