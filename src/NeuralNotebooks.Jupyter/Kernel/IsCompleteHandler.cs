using System.Text.Json.Nodes;
using NeuralNotebooks.Engine;

namespace NeuralNotebooks.Jupyter;

/// <summary><c>is_complete_request</c>: whether Enter in a console should run the input or start a new line.</summary>
internal sealed class IsCompleteHandler(CSharpSession session) : IRequestHandler
{
    public IReadOnlyList<string> Types => ["is_complete_request"];

    public JsonObject Handle(Request request)
    {
        string code = request.Message.Text("code") ?? "";
        return TimeLimited.Run(() => session.CheckComplete(code)) switch
        {
            null => new JsonObject { ["status"] = "unknown" },
            { Status: CodeStatus.Complete } => new JsonObject { ["status"] = "complete" },
            { Status: CodeStatus.Invalid } => new JsonObject { ["status"] = "invalid" },
            var incomplete => new JsonObject { ["status"] = "incomplete", ["indent"] = incomplete.Indent },
        };
    }
}
