using System.Text.Json.Nodes;
using NeuralNotebooks.Engine;

namespace NeuralNotebooks.Jupyter;

/// <summary><c>is_complete_request</c>: whether Enter in a console should run the input or start a new line.</summary>
internal sealed class IsCompleteHandler(CSharpSession session) : IRequestHandler
{
    public IReadOnlyList<string> Types => ["is_complete_request"];

    public JsonObject Handle(Request request)
    {
        Completeness completeness = session.CheckComplete(request.Message.Text("code") ?? "");
        return completeness.Status switch
        {
            CodeStatus.Complete => new JsonObject { ["status"] = "complete" },
            CodeStatus.Invalid => new JsonObject { ["status"] = "invalid" },
            _ => new JsonObject { ["status"] = "incomplete", ["indent"] = completeness.Indent },
        };
    }
}
