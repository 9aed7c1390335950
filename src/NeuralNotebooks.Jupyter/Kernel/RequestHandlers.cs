using System.Text.Json.Nodes;

namespace NeuralNotebooks.Jupyter;

/// <summary>What answers each type of message: with the content of the reply, or null for a type without one.</summary>
internal sealed class RequestHandlers
{
    /// <param name="execution">Runs the cells.</param>
    /// <param name="history">Remembers them.</param>
    /// <param name="end">Ends the kernel; called when the reply has been queued.</param>
    public RequestHandlers(Execution execution, SessionHistory history, Action end)
    {
        var analysis = new AnalysisHandler(execution.Session);
        Execute = new ExecuteHandler(execution, analysis, history);
        Dictionary<string, Func<Request, JsonObject?>> both = new()
        {
            ["kernel_info_request"] = _ => KernelInfo.Reply(),
            ["interrupt_request"] = _ => Interrupt(execution),
            ["shutdown_request"] = request => ShutDown(request, end),
        };
        Control = new(both) { ["debug_request"] = Debug };
        Shell = new(both)
        {
            [ExecuteHandler.RequestType] = Execute.Handle,
            ["complete_request"] = analysis.Complete,
            ["inspect_request"] = analysis.Inspect,
            ["is_complete_request"] = analysis.IsComplete,
            ["history_request"] = new HistoryHandler(history).Handle,
            ["comm_info_request"] = _ => Replies.Ok(new() { ["comms"] = new JsonObject() }),
            ["comm_open"] = CloseComm,
            ["comm_msg"] = _ => null,
            ["comm_close"] = _ => null,
        };
    }

    /// <summary>Runs the cells of shell.</summary>
    public ExecuteHandler Execute { get; }

    /// <summary>The handlers of shell, by type.</summary>
    public Dictionary<string, Func<Request, JsonObject?>> Shell { get; }

    /// <summary>The handlers of control, by type.</summary>
    public Dictionary<string, Func<Request, JsonObject?>> Control { get; }

    private static JsonObject Interrupt(Execution execution)
    {
        execution.Interrupt();
        return Replies.Ok([]);
    }

    /// <summary>For a restart, the client starts a new kernel.</summary>
    private static JsonObject? ShutDown(Request request, Action end)
    {
        JsonObject reply = Replies.Ok(new() { ["restart"] = request.Message.Flag("restart", fallback: false) });
        request.Publish("shutdown_reply", (JsonObject)reply.DeepClone());
        request.Reply(reply);
        request.PublishStatus("idle");
        end();
        return null;
    }

    /// <summary>Replies, in Debug Adapter Protocol form, that there is no debugger.</summary>
    private static JsonObject Debug(Request request) => new()
    {
        ["type"] = "response",
        ["seq"] = 0,
        ["request_seq"] = request.Message.Number("seq") ?? 0,
        ["command"] = request.Message.Text("command") ?? "",
        ["success"] = false,
        ["message"] = "This kernel has no debugger.",
    };

    /// <summary>The kernel has no targets for comms, the two-way connections of widgets, and closes any that is
    /// opened.</summary>
    private static JsonObject? CloseComm(Request request)
    {
        if (request.Message.Text("comm_id") is { } id)
            request.Publish("comm_close", new JsonObject { ["comm_id"] = id, ["data"] = new JsonObject() });
        return null;
    }
}
