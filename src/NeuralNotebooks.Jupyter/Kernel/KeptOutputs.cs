namespace NeuralNotebooks.Jupyter;

/// <summary>Publishes nothing and stores the last value, for silent cells and user expressions.</summary>
internal sealed class KeptOutputs : IOutputSink
{
    public MimeBundle? Value { get; private set; }

    public void Emit(OutputEvent shown) => Value = (shown as ExecuteResult)?.Data ?? Value;

    /// <summary>An entry of <c>user_expressions</c> in a reply.</summary>
    public JsonObject ToReply(CellResult result) => result.Error is { } error
        ? Replies.Error(error)
        : Replies.Ok(new() { ["data"] = Value?.ToJson() ?? [], ["metadata"] = new JsonObject() });
}
