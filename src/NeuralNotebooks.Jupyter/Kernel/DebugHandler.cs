using System.Text.Json.Nodes;

namespace NeuralNotebooks.Jupyter;

/// <summary><c>debug_request</c>: replies, in Debug Adapter Protocol form, that there is no debugger.</summary>
internal sealed class DebugHandler : IRequestHandler
{
    public IReadOnlyList<string> Types => ["debug_request"];

    public JsonObject Handle(Request request) => new()
    {
        ["type"] = "response",
        ["seq"] = 0,
        ["request_seq"] = request.Message.Number("seq") ?? 0,
        ["command"] = request.Message.Text("command") ?? "",
        ["success"] = false,
        ["message"] = "This kernel has no debugger.",
    };
}
