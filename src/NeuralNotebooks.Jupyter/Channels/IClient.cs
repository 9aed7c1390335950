using System.Text.Json.Nodes;

namespace NeuralNotebooks.Jupyter;

/// <summary>The client that sent a request, and the others that listen.</summary>
internal interface IClient
{
    /// <summary>Replies to the sender.</summary>
    void Reply(Message request, string type, JsonObject content);

    /// <summary>Publishes a message to all clients.</summary>
    /// <param name="request">The request that it belongs to.</param>
    /// <param name="type">Such as <c>stream</c> or <c>status</c>.</param>
    /// <param name="content">The message's content.</param>
    /// <param name="patient">Whether to wait, within limits, for clients that are slow to read.</param>
    void Publish(Message request, string type, JsonObject content, bool patient);

    /// <summary>Asks the user at the sender's side for a line of input.</summary>
    string Ask(Message request, string prompt, bool isPassword);
}
