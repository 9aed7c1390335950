using System.Text.Json.Nodes;

namespace NeuralNotebooks.Jupyter;

/// <summary>Knows what to do with one type of message.</summary>
internal interface IRequestHandler
{
    /// <summary>The types that it is for, such as <c>execute_request</c>.</summary>
    IReadOnlyList<string> Types { get; }

    /// <summary>Does what is asked for.</summary>
    /// <returns>The content of the reply; null when the type has none.</returns>
    JsonObject? Handle(Request request);
}
