namespace NeuralNotebooks.Runner;

/// <summary>Sends requests to a process, one at a time, and waits for the replies while limits are checked.</summary>
/// <remarks>Sending and receiving block, so they run on a thread of their own. A message is received only when it is
/// waited for, so that a process cannot fill the memory with messages.</remarks>
internal sealed class RequestClient<T> : IDisposable
    where T : class
{
    private static readonly TimeSpan _firstCheck = TimeSpan.FromMilliseconds(25),
        _maxCheckInterval = TimeSpan.FromMilliseconds(200);

    private readonly MessageChannel<T> _channel;
    private readonly BlockingCollection<Task> _exchanges = [];

    public RequestClient(MessageChannel<T> channel)
    {
        _channel = channel;
        OwnThread.Start("Messages of a process", RunExchanges);
    }

    /// <param name="meanwhile">Called with each message that arrives before the reply.</param>
    /// <param name="checkLimits">Called at intervals until the reply arrives. It may end the process, or throw an
    /// exception, which ends the waiting.</param>
    /// <exception cref="ProcessGoneException">The process has ended, or its channel is broken.</exception>
    /// <exception cref="MessageTooLongException">The request is too long. The process goes on.</exception>
    public async Task<TReply> AskAsync<TReply>(
        T request, Action<T> meanwhile, Action checkLimits, CancellationToken cancellation)
        where TReply : T
    {
        TimeSpan untilCheck = _firstCheck;
        Task<T> message = ExchangeAsync(request);
        Task pause = Task.Delay(untilCheck, cancellation);
        while (true)
        {
            if (await Task.WhenAny(pause, message) == pause)
            {
                cancellation.ThrowIfCancellationRequested();
                checkLimits();
                untilCheck = untilCheck * 2 < _maxCheckInterval ? untilCheck * 2 : _maxCheckInterval;
                pause = Task.Delay(untilCheck, cancellation);
            }
            else if (await message is TReply reply)
            {
                return reply;
            }
            else
            {
                meanwhile(await message);
                message = ReceiveAsync();
            }
        }
    }

    /// <exception cref="ProcessGoneException">The process has ended, or its channel is broken.</exception>
    public Task<T> ReceiveAsync() => ExchangeAsync(null);

    public bool TrySend(T message)
    {
        try
        {
            _channel.Send(message);
            return true;
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            return false;
        }
    }

    public void Dispose()
    {
        _exchanges.CompleteAdding();
        _channel.Dispose();
    }

    private Task<T> ExchangeAsync(T? request)
    {
        var exchange = new Task<T>(Exchange, TaskCreationOptions.RunContinuationsAsynchronously);
        _exchanges.Add(exchange);
        return exchange;

        T Exchange()
        {
            try
            {
                // If the process has ended, sending fails, but what it sent before can still be received.
                if (request is not null)
                    TrySend(request);
                return _channel.Receive() ?? throw new ProcessGoneException();
            }
            catch (Exception e) when (e is IOException or ObjectDisposedException or ChannelBrokenException)
            {
                throw new ProcessGoneException(e);
            }
        }
    }

    private void RunExchanges()
    {
        foreach (Task exchange in _exchanges.GetConsumingEnumerable())
            exchange.RunSynchronously();
    }
}

internal sealed class ProcessGoneException(Exception? cause = null) : Exception("The process is gone.", cause)
{
    public ChannelBrokenException? Broken => InnerException as ChannelBrokenException;
}
