using System.Text.Json.Nodes;
using NeuralNotebooks.Engine;

namespace NeuralNotebooks.Jupyter;

/// <summary><c>inspect_request</c>: documentation of the symbol at the cursor.</summary>
internal sealed class InspectHandler(CSharpSession session) : IRequestHandler
{
    public IReadOnlyList<string> Types => ["inspect_request"];

    public JsonObject Handle(Request request)
    {
        string code = request.Message.Text("code") ?? "";
        int position = CodePoints.ToIndex(code, request.Message.Number("cursor_pos") ?? int.MaxValue);
        bool detailed = request.Message.Number("detail_level") > 0;
        Inspection? found = TimeLimited.Run(() => session.Inspect(code, position, detailed));
        return Replies.Ok(
            new("found", found is not null),
            new("data", found?.Data.ToJson() ?? []),
            new("metadata", new JsonObject()));
    }

    /// <summary>The answer to a cell that asks for help, for the client's pager.</summary>
    public JsonObject Page(HelpQuestion question)
    {
        Inspection? found = TimeLimited.Run(() =>
            session.Inspect(question.Code, question.Code.Length, detailed: question.DetailLevel > 0)
        );
        MimeBundle data = found?.Data ?? MimeBundle.Plain($"{question.Code} was not found.");
        return new JsonObject { ["source"] = "page", ["data"] = data.ToJson(), ["start"] = 0 };
    }
}
