using System.Text.Json.Nodes;

namespace NeuralNotebooks.Jupyter;

/// <summary>A message that a client has sent, and the ways to answer it.</summary>
internal sealed class Request(Message message, IClient client)
{
    private const string RequestSuffix = "_request", ReplySuffix = "_reply";

    public Message Message => message;

    /// <summary>Whether the client waits for an answer. (Messages of comms are not answered.)</summary>
    public bool WantsReply => message.Type.EndsWith(RequestSuffix, StringComparison.Ordinal);

    /// <summary>Answers this client.</summary>
    public void Reply(JsonObject content) => client.Reply(message, message.Type[..^RequestSuffix.Length] + ReplySuffix, content);

    /// <summary>Tells all clients what belongs to this request.</summary>
    public void Publish(string type, JsonObject content, bool patient = false) => client.Publish(message, type, content, patient);

    /// <summary>Tells all clients whether the kernel works on this request.</summary>
    public void PublishStatus(string state) => Publish("status", new JsonObject { ["execution_state"] = state });

    /// <summary>Asks this client's reader for a line.</summary>
    public string Ask(string prompt, bool isPassword) => client.Ask(message, prompt, isPassword);
}
