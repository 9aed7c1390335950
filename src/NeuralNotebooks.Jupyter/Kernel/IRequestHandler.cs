using System.Text.Json.Nodes;

namespace NeuralNotebooks.Jupyter;

/// <summary>Handles some types of messages.</summary>
internal interface IRequestHandler
{
    /// <summary>The types that it handles, such as <c>execute_request</c>.</summary>
    IReadOnlyList<string> Types { get; }

    /// <summary>Handles a request.</summary>
    /// <returns>The content of the reply; null for a type without one.</returns>
    JsonObject? Handle(Request request);
}
