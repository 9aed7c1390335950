using System.Text.Json.Nodes;
using NeuralNotebooks.Engine;

namespace NeuralNotebooks.Jupyter;

/// <summary><c>complete_request</c>: completions at the cursor.</summary>
internal sealed class CompleteHandler(CSharpSession session) : IRequestHandler
{
    public IReadOnlyList<string> Types => ["complete_request"];

    public JsonObject Handle(Request request)
    {
        string code = request.Message.Text("code") ?? "";
        int position = CodePoints.ToIndex(code, request.Message.Number("cursor_pos") ?? int.MaxValue);
        CompletionList list =
            TimeLimited.Run(() => session.Complete(code, position)) ?? new CompletionList(position, position, []);
        int start = CodePoints.FromIndex(code, list.Start),
            end = CodePoints.FromIndex(code, list.End);
        return Replies.Ok(
            new("matches", new JsonArray([.. list.Items.Select(item => JsonValue.Create(item.Text))])),
            new("cursor_start", start),
            new("cursor_end", end),
            // Jupyter's name for the list in which clients look for kinds and signatures.
            new(
                "metadata",
                new JsonObject
                {
                    ["_jupyter_types_experimental"] = new JsonArray([
                        .. list.Items.Select(item => Described(item, start, end)),
                    ]),
                }
            )
        );
    }

    private static JsonObject Described(Completion item, int start, int end)
    {
        var described = new JsonObject { ["start"] = start, ["end"] = end, ["text"] = item.Text, ["type"] = item.Kind };
        if (item.Signature is not null)
            described["signature"] = item.Signature;
        return described;
    }
}
