namespace NeuralNotebooks.Jupyter;

/// <summary>Handles requests about code that is being edited: completion, inspection, completeness.</summary>
internal sealed class AnalysisHandler(CSharpSession session)
{
    private readonly AnalysisThread _thread = new(TimeSpan.FromSeconds(5));

    public JsonObject Complete(ClientRequest request)
    {
        (string code, int position) = Cursor(request.Message);
        CompletionList list =
            _thread.Run(() => session.Complete(code, position)) ?? new CompletionList(position, position, []);
        int start = CodePoints.FromIndex(code, list.Start),
            end = CodePoints.FromIndex(code, list.End);
        return Replies.Ok(new()
        {
            ["matches"] = list.Items.Select(item => item.Text).ToJson(),
            ["cursor_start"] = start,
            ["cursor_end"] = end,
            ["metadata"] = new JsonObject
            {
                // Jupyter's name for the list in which clients look for kinds and signatures.
                ["_jupyter_types_experimental"] = new JsonArray([
                    .. list.Items.Select(item => Described(item, start, end)),
                ]),
            },
        });
    }

    public JsonObject Inspect(ClientRequest request)
    {
        (string code, int position) = Cursor(request.Message);
        MimeBundle? found = _thread.Run(() => session.Inspect(code, position));
        return Replies.Ok(new()
        {
            ["found"] = found is not null,
            ["data"] = found?.ToJson() ?? [],
            ["metadata"] = new JsonObject(),
        });
    }

    /// <summary>Whether Enter in a console should run the input or start a new line.</summary>
    public JsonObject IsComplete(ClientRequest request)
    {
        string code = Cursor(request.Message).Code;
        return _thread.Run(() => session.CheckComplete(code)) switch
        {
            null => new JsonObject { ["status"] = "unknown" },
            { Status: CodeStatus.Complete } => new JsonObject { ["status"] = "complete" },
            { Status: CodeStatus.Invalid } => new JsonObject { ["status"] = "invalid" },
            var incomplete => new JsonObject { ["status"] = "incomplete", ["indent"] = incomplete.Indent },
        };
    }

    private static (string Code, int Position) Cursor(Message message)
    {
        string code = message.Text("code") ?? "";
        return (code, CodePoints.ToIndex(code, message.Number("cursor_pos") ?? int.MaxValue));
    }

    private static JsonObject Described(Completion item, int start, int end)
    {
        var described = new JsonObject { ["start"] = start, ["end"] = end, ["text"] = item.Text, ["type"] = item.Kind };
        if (item.Signature is not null)
            described["signature"] = item.Signature;
        return described;
    }
}
