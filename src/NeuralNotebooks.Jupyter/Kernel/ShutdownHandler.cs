using System.Text.Json.Nodes;

namespace NeuralNotebooks.Jupyter;

/// <summary><c>shutdown_request</c>: ends the kernel. (For a restart, the client starts a new one.)</summary>
/// <param name="end">Called when the reply has been queued.</param>
internal sealed class ShutdownHandler(Action end) : IRequestHandler
{
    public IReadOnlyList<string> Types => ["shutdown_request"];

    public JsonObject? Handle(Request request)
    {
        JsonObject reply = Replies.Ok(
            new KeyValuePair<string, JsonNode?>("restart", request.Message.Flag("restart", fallback: false))
        );
        request.Publish("shutdown_reply", (JsonObject)reply.DeepClone());
        request.Reply(reply);
        request.PublishStatus("idle");
        end();
        return null;
    }
}
