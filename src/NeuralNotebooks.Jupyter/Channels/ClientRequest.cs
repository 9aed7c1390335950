namespace NeuralNotebooks.Jupyter;

/// <summary>A message of a client, with methods to reply to it and to publish outputs.</summary>
internal abstract class ClientRequest(Message message)
{
    private const string RequestSuffix = "_request", ReplySuffix = "_reply";

    public Message Message => message;

    /// <summary>Whether the client expects a reply. (Comm messages have none.)</summary>
    public bool WantsReply => message.Type.EndsWith(RequestSuffix, StringComparison.Ordinal);

    public void Reply(JsonObject content) => Reply(message.Type[..^RequestSuffix.Length] + ReplySuffix, content);

    /// <param name="patient">Whether to wait, within limits, for slow readers.</param>
    public abstract void Publish(string type, JsonObject content, bool patient = false);

    public void PublishStatus(string state) => Publish("status", new JsonObject { ["execution_state"] = state });

    public abstract string Ask(string prompt, bool isPassword);

    protected abstract void Reply(string type, JsonObject content);
}
