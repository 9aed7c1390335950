namespace NeuralNotebooks.Jupyter;

/// <summary>Handles the requests of a channel one after the other. An exception while handling a request does not end
/// the loop.</summary>
internal sealed class RequestLoop(
    BlockingCollection<ClientRequest> requests, Dictionary<string, Func<ClientRequest, JsonObject?>> handlers,
    Action<string> log)
{
    /// <summary>How long requests that were sent before an error may be on their way, as in Jupyter's kernel for
    /// Python.</summary>
    private static readonly TimeSpan _onTheWay = TimeSpan.FromMilliseconds(100);

    private readonly Queue<ClientRequest> _postponed = [], _aborted = [];
    private bool _abort;

    public void Run()
    {
        while (Next() is { } request)
        {
            Serve(request, Handle);
            while (_aborted.TryDequeue(out ClientRequest? waiting))
                Serve(waiting, _ => new() { ["status"] = "aborted" });
        }
    }

    /// <summary>Makes the loop reply <c>aborted</c> to all execution requests that clients have sent so far.</summary>
    public void AbortWaitingExecutions() => _abort = true;

    /// <summary>Takes the queued requests: executions will be aborted, other requests are handled later in the same
    /// order. Executions that a client sends after it has received the error are not affected.</summary>
    private void TakeWaiting()
    {
        _abort = false;
        Thread.Sleep(_onTheWay);
        while (requests.TryTake(out ClientRequest? request))
            (request.Message.Type == ExecuteHandler.RequestType ? _aborted : _postponed).Enqueue(request);
    }

    private ClientRequest? Next() =>
        _postponed.TryDequeue(out ClientRequest? request) || requests.TryTake(out request, Timeout.Infinite)
            ? request : null;

    private void Serve(ClientRequest request, Func<ClientRequest, JsonObject?> handle)
    {
        try
        {
            Answer(request, handle);
        }
        catch (Exception e)
        {
            log($"{request.Message.Type}: the request could not be answered: {e}");
        }
    }

    private void Answer(ClientRequest request, Func<ClientRequest, JsonObject?> handle)
    {
        request.PublishStatus("busy");
        JsonObject? reply;
        try
        {
            reply = request.Message.Problem is { } problem
                ? Replies.Error(new ErrorOutput("UnreadableRequest", problem, [])) : handle(request);
        }
        catch (Exception e)
        {
            log($"{request.Message.Type}: {e}");
            reply = Replies.Error(ErrorContent.Output(e));
        }
        if (_abort)
            TakeWaiting();
        if (reply is not null && request.WantsReply)
            request.Reply(reply);
        request.PublishStatus("idle");
    }

    private JsonObject? Handle(ClientRequest request)
    {
        if (handlers.TryGetValue(request.Message.Type, out Func<ClientRequest, JsonObject?>? handle))
            return handle(request);
        log($"Messages of type {request.Message.Type} are not supported here.");
        return Replies.Error(
            new ErrorOutput(
                "UnknownRequest",
                $"The kernel does not support requests of type {request.Message.Type} on this channel.",
                []));
    }
}
