using System.Text.Json.Nodes;

namespace NeuralNotebooks.Jupyter;

/// <summary>A client's message and the ways to answer it.</summary>
internal sealed class Request(Message message, IClient client)
{
    private const string RequestSuffix = "_request", ReplySuffix = "_reply";

    public Message Message => message;

    /// <summary>Whether the client expects a reply. (Comm messages have none.)</summary>
    public bool WantsReply => message.Type.EndsWith(RequestSuffix, StringComparison.Ordinal);

    /// <summary>Replies to this client.</summary>
    public void Reply(JsonObject content) =>
        client.Reply(message, message.Type[..^RequestSuffix.Length] + ReplySuffix, content);

    /// <summary>Publishes a message that belongs to this request to all clients.</summary>
    public void Publish(string type, JsonObject content, bool patient = false) =>
        client.Publish(message, type, content, patient);

    /// <summary>Tells all clients whether the kernel is working on this request.</summary>
    public void PublishStatus(string state) => Publish("status", new JsonObject { ["execution_state"] = state });

    /// <summary>Asks the user at this client for a line of input.</summary>
    public string Ask(string prompt, bool isPassword) => client.Ask(message, prompt, isPassword);
}
