using System.Text.Json.Nodes;

namespace NeuralNotebooks.Jupyter;

/// <summary>Who has sent a request, and who else listens.</summary>
internal interface IClient
{
    /// <summary>Answers who has sent it.</summary>
    void Reply(Message request, string type, JsonObject content);

    /// <summary>Tells all clients something.</summary>
    /// <param name="request">The request that it belongs to.</param>
    /// <param name="type">Such as <c>stream</c> or <c>status</c>.</param>
    /// <param name="content">What a message of this type says.</param>
    /// <param name="patient">Whether clients that are slow to read are waited for, within reason.</param>
    void Publish(Message request, string type, JsonObject content, bool patient);

    /// <summary>Asks the reader at the sender's side for a line.</summary>
    string Ask(Message request, string prompt, bool isPassword);
}
