namespace NeuralNotebooks.Jupyter;

/// <summary>The handlers by message type. A handler returns the content of the reply, or null if there is no
/// reply.</summary>
internal sealed class RequestHandlers
{
    public RequestHandlers(KernelSession session, Action end)
    {
        var history = new CellHistory();
        var analysis = new AnalysisHandler(session.Cells);
        Execute = new ExecuteHandler(session, history);
        Control = new()
        {
            ["kernel_info_request"] = _ => KernelInfo.Reply(),
            ["interrupt_request"] = _ => Interrupt(session),
            ["shutdown_request"] = request => ShutDown(request, end),
        };
        Shell = new(Control)
        {
            [ExecuteHandler.RequestType] = Execute.Handle,
            ["complete_request"] = analysis.Complete,
            ["inspect_request"] = analysis.Inspect,
            ["is_complete_request"] = analysis.IsComplete,
            ["history_request"] = history.Handle,
            ["comm_info_request"] = _ => Replies.Ok(new() { ["comms"] = new JsonObject() }),
            ["comm_open"] = CloseComm,
            ["comm_msg"] = _ => null,
        };
    }

    public ExecuteHandler Execute { get; }

    public Dictionary<string, Func<ClientRequest, JsonObject?>> Shell { get; }

    public Dictionary<string, Func<ClientRequest, JsonObject?>> Control { get; }

    private static JsonObject Interrupt(KernelSession session)
    {
        session.Interrupt();
        return Replies.Ok([]);
    }

    /// <summary>Shuts the kernel down. For a restart, the client then starts a new kernel.</summary>
    private static JsonObject? ShutDown(ClientRequest request, Action end)
    {
        JsonObject reply = Replies.Ok(new() { ["restart"] = request.Message.Flag("restart", fallback: false) });
        request.Publish("shutdown_reply", (JsonObject)reply.DeepClone());
        request.Reply(reply);
        request.PublishStatus("idle");
        end();
        return null;
    }

    /// <summary>Closes a comm (the two-way connection of a widget) immediately, since the kernel supports
    /// none.</summary>
    private static JsonObject? CloseComm(ClientRequest request)
    {
        if (request.Message.Text("comm_id") is { } id)
            request.Publish("comm_close", new JsonObject { ["comm_id"] = id, ["data"] = new JsonObject() });
        return null;
    }
}
