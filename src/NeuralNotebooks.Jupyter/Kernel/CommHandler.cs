using System.Text.Json.Nodes;

namespace NeuralNotebooks.Jupyter;

/// <summary>Comms, the two-way connections of widgets: the kernel has no targets for them, and closes any that is
/// opened.</summary>
internal sealed class CommHandler : IRequestHandler
{
    public IReadOnlyList<string> Types => ["comm_info_request", "comm_open", "comm_msg", "comm_close"];

    public JsonObject? Handle(Request request)
    {
        switch (request.Message.Type)
        {
            case "comm_info_request":
                return Replies.Ok(new KeyValuePair<string, JsonNode?>("comms", new JsonObject()));
            case "comm_open" when request.Message.Text("comm_id") is { } id:
                request.Publish("comm_close", new JsonObject { ["comm_id"] = id, ["data"] = new JsonObject() });
                return null;
            default:
                return null;
        }
    }
}
