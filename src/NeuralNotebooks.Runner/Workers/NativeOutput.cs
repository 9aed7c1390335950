using System.Buffers;
using System.Text;
using System.Threading.Channels;
using NeuralNotebooks.Engine;

namespace NeuralNotebooks.Runner;

/// <summary>Reads the standard output or error of a worker process: text from native code, from programs that a cell
/// has started, or from the runtime. The worker writes a mark at the end of each cell, so that the text is shown at its
/// cell.</summary>
internal sealed class NativeOutput
{
    /// <summary>The maximal waiting time for the mark of a cell that has ended.</summary>
    private static readonly TimeSpan _timeout = TimeSpan.FromSeconds(1);

    private readonly Stream _stream;
    private readonly byte[] _mark;

    /// <summary>The texts up to each mark.</summary>
    private readonly Channel<string> _texts = Channel.CreateUnbounded<string>();

    private readonly ArrayBufferWriter<byte> _kept = new();
    private bool _isCut;

    /// <summary>Whether the last cell's mark did not come in time: the cell has closed or redirected the stream, or a
    /// process that it has started blocks it. Until a mark comes again, cells do not wait for theirs.</summary>
    private bool _isLate;

    public NativeOutput(Stream stream, string mark)
    {
        (_stream, _mark) = (stream, Encoding.ASCII.GetBytes(mark));
        OwnThread.Start("Worker output", Read);
    }

    /// <summary>The text up to the end of the cell that has just ended, or up to the end of the process. If the mark of
    /// an earlier cell came late, its text is included.</summary>
    public async Task<string> EndOfCellAsync(bool processHasEnded)
    {
        var text = new StringBuilder();
        bool isMarked = false;
        using var timeout = new CancellationTokenSource(_timeout);
        try
        {
            do
            {
                while (_texts.Reader.TryRead(out string? next))
                {
                    text.Append(next);
                    (isMarked, _isLate) = (true, false);
                }
            }
            while ((processHasEnded || (!isMarked && !_isLate)) && await _texts.Reader.WaitToReadAsync(timeout.Token));
        }
        catch (OperationCanceledException)
        {
            _isLate = true;
        }
        return text.ToString();
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
                int end = held + read, start = 0;
                while (buffer.AsSpan(start, end - start).IndexOf(_mark) is >= 0 and var at)
                {
                    Keep(buffer.AsSpan(start, at));
                    EndText();
                    start += at + _mark.Length;
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
        EndText();
        _texts.Writer.Complete();
    }

    private void Keep(ReadOnlySpan<byte> bytes)
    {
        int fits = Math.Min(bytes.Length, LimitedOutputs.MaxText - _kept.WrittenCount);
        _kept.Write(bytes[..fits]);
        _isCut |= fits < bytes.Length;
    }

    private void EndText()
    {
        _texts.Writer.TryWrite(Encoding.UTF8.GetString(_kept.WrittenSpan) + (_isCut ? LimitedOutputs.Sentence : ""));
        _kept.ResetWrittenCount();
        _isCut = false;
    }
}
