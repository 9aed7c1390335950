namespace NeuralNotebooks.Site;

/// <summary>A task in a notebook whose answer a cell checks. It ends with a hint and a solution.</summary>
/// <param name="Summary">The first text in bold, which says what to do, as plain text.</param>
internal sealed record Checkpoint(string Number, string Id, string Summary);
