namespace NeuralNotebooks.Jupyter;

internal sealed class ExecuteHandler(KernelSession session, CellHistory history)
{
    public const string RequestType = "execute_request";

    private int _executionCount;

    /// <summary>The number of the last code that is no cell, so that errors in a function of a cell quote that
    /// cell.</summary>
    private int _uncounted;

    public event Action? Failed;

    public JsonObject Handle(ClientRequest request)
    {
        Message message = request.Message;
        string code = message.Text("code") ?? "";
        bool silent = message.Flag("silent", fallback: false);
        bool counts = !silent && message.Flag("store_history", fallback: true);
        int number = counts ? ++_executionCount : _executionCount + 1;
        if (!silent)
            request.Publish("execute_input", new JsonObject { ["code"] = code, ["execution_count"] = number });

        var published = silent ? null : new PublishedOutputs(request, number);
        ClientRequest? requester = message.Flag("allow_stdin", fallback: true) ? request : null;
        IOutputSink sink = published ?? (IOutputSink)new KeptOutputs();
        // JupyterLab and Notebook 7 name the cell.
        CellResult result = Guarded(sink, () => session.Run(
            code, counts ? new(number) : new(++_uncounted, OriginKind.Uncounted), sink, requester,
            message.Metadata.Text("cellId")));
        if (counts)
            history.Add(number, code, published?.Result);
        if (result.Error is not { } error)
            return Ended(number, Evaluate(message.Content["user_expressions"] as JsonObject ?? []));

        if (message.Flag("stop_on_error", fallback: true))
            Failed?.Invoke();
        JsonObject reply = Replies.Error(error);
        reply["execution_count"] = number;
        return reply;
    }

    /// <summary>Runs a cell. Any exception, even one while its outputs are published, becomes an error of the
    /// cell.</summary>
    private static CellResult Guarded(IOutputSink sink, Func<CellResult> run)
    {
        try
        {
            return run();
        }
        catch (Exception e)
        {
            ErrorOutput error = ErrorContent.Output(e);
            sink.Emit(error);
            return new CellResult(CellOutcome.RuntimeError, error, null);
        }
    }

    private static JsonObject Ended(int number, JsonObject expressions) =>
        Replies.Ok(new()
        {
            ["execution_count"] = number,
            ["payload"] = new JsonArray(),
            ["user_expressions"] = expressions,
        });

    private JsonObject Evaluate(JsonObject expressions)
    {
        var values = new JsonObject();
        foreach ((string name, JsonNode? expression) in expressions)
        {
            var kept = new KeptOutputs();
            string code = expression?.ToString() ?? "";
            values[name] = kept.ToReply(
                Guarded(kept, () => session.Run(
                    code, new(++_uncounted, OriginKind.Uncounted), kept, requester: null, identity: null)));
        }
        return values;
    }
}
