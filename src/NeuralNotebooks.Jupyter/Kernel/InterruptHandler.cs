using System.Text.Json.Nodes;

namespace NeuralNotebooks.Jupyter;

/// <summary><c>interrupt_request</c>: interrupts the running cell.</summary>
internal sealed class InterruptHandler(Execution execution) : IRequestHandler
{
    public IReadOnlyList<string> Types => ["interrupt_request"];

    public JsonObject Handle(Request request)
    {
        execution.Interrupt();
        return Replies.Ok();
    }
}
