using System.Text.Json.Nodes;

namespace NeuralNotebooks.Jupyter;

/// <summary>The client that sent a request, and the others that are listening.</summary>
internal interface IClient
{
    /// <summary>Replies to the sender.</summary>
    void Reply(Message request, string type, JsonObject content);

    /// <summary>Publishes a message to all clients.</summary>
    /// <param name="request">The request that it belongs to.</param>
    /// <param name="type">E.g. <c>stream</c> or <c>status</c>.</param>
    /// <param name="content">The message's content.</param>
    /// <param name="patient">Whether to wait, within limits, for slow readers.</param>
    void Publish(Message request, string type, JsonObject content, bool patient);

    /// <summary>Asks the sender's user for a line of input.</summary>
    string Ask(Message request, string prompt, bool isPassword);
}
