namespace NeuralNotebooks.Site;

/// <summary>Reads one request head after the other from a connection, each within bounds of size and time.</summary>
internal sealed class HeadReader(Stream stream)
{
    private static readonly TimeSpan _timeout = TimeSpan.FromMinutes(2);

    private readonly byte[] _buffer = new byte[16 * 1024];
    private int _filled;

    /// <exception cref="OperationCanceledException">Cancelled, or nothing came for two minutes.</exception>
    public async Task<Reading> ReadAsync(CancellationToken cancellation)
    {
        int end;
        while ((end = _buffer.AsSpan(0, _filled).IndexOf("\r\n\r\n"u8)) < 0)
        {
            if (_filled == _buffer.Length)
                return new(null, IsTooLarge: true);
            using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            timeout.CancelAfter(_timeout);
            int read = await stream.ReadAsync(_buffer.AsMemory(_filled), timeout.Token);
            if (read == 0)
                return new(null, IsEnd: true);
            _filled += read;
        }

        var request = RequestHead.Parse(_buffer.AsSpan(0, end));
        int next = end + 4;
        _buffer.AsSpan(next, _filled - next).CopyTo(_buffer);
        _filled -= next;
        return new(request);
    }

    /// <summary>A request, or why there is none; neither is set if the head is not HTTP.</summary>
    public sealed record Reading(RequestHead? Request, bool IsTooLarge = false, bool IsEnd = false);
}
