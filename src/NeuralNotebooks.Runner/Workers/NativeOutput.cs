using System.Buffers;
using System.Text;
using System.Threading.Channels;
using NeuralNotebooks.Engine;

namespace NeuralNotebooks.Runner;

/// <summary>Text on the standard output or error of a worker process: from native code, from programs that a cell has
/// started, or from the runtime.</summary>
/// <param name="Text">The text, at most <see cref="LimitedOutputs.MaxText"/> bytes of it.</param>
/// <param name="Dropped">The number of bytes that were dropped.</param>
internal sealed record NativeText(string Text, long Dropped)
{
    public static readonly NativeText None = new("", 0);
}

/// <summary>Reads the standard output or error of a worker process, and splits it at the marks that the worker writes
/// at the end of each cell.</summary>
internal sealed class NativeOutput
{
    /// <summary>The maximal waiting time for the mark of a cell that has ended.</summary>
    private static readonly TimeSpan _timeout = TimeSpan.FromSeconds(1);

    private readonly Stream _stream;
    private readonly byte[] _mark;
    private readonly Channel<NativeText> _cells = Channel.CreateUnbounded<NativeText>();
    private readonly ArrayBufferWriter<byte> _kept = new();
    private long _dropped;
    private bool _marksAreLost;

    public NativeOutput(Stream stream, string mark)
    {
        (_stream, _mark) = (stream, Encoding.ASCII.GetBytes(mark));
        OwnThread.Start("Worker output", Read);
    }

    /// <summary>The text up to the end of the cell that has just ended, or up to the end of the process.</summary>
    public async Task<NativeText> EndOfCellAsync(bool processHasEnded)
    {
        if (_marksAreLost && !processHasEnded)
            return NativeText.None;
        try
        {
            return await _cells.Reader.ReadAsync().AsTask().WaitAsync(_timeout);
        }
        catch (ChannelClosedException)
        {
            return NativeText.None;
        }
        catch (TimeoutException)
        {
            // The cell has closed or redirected the stream, or a process that it has started blocks it, so no marks
            // arrive.
            _marksAreLost = true;
            return NativeText.None;
        }
    }

    private void Read()
    {
        byte[] buffer = new byte[64 * 1024];
        int held = 0;
        try
        {
            int read;
            while ((read = _stream.Read(buffer, held, buffer.Length - held)) > 0)
            {
                int end = held + read, start = 0, found;
                while ((found = buffer.AsSpan(start, end - start).IndexOf(_mark)) >= 0)
                {
                    Keep(buffer.AsSpan(start, found));
                    EndCell();
                    start += found + _mark.Length;
                }
                // The last bytes may be the beginning of a mark.
                held = Math.Min(end - start, _mark.Length - 1);
                Keep(buffer.AsSpan(start, end - start - held));
                buffer.AsSpan(end - held, held).CopyTo(buffer);
            }
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            // Treated as the end of the stream.
        }
        Keep(buffer.AsSpan(0, held));
        EndCell();
        _cells.Writer.Complete();
    }

    private void Keep(ReadOnlySpan<byte> bytes)
    {
        int fits = (int)Math.Min(bytes.Length, LimitedOutputs.MaxText - _kept.WrittenCount);
        _kept.Write(bytes[..fits]);
        _dropped += bytes.Length - fits;
    }

    private void EndCell()
    {
        _cells.Writer.TryWrite(new NativeText(Encoding.UTF8.GetString(_kept.WrittenSpan), _dropped));
        _kept.ResetWrittenCount();
        _dropped = 0;
    }
}
