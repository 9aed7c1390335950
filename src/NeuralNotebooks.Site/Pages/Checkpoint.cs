namespace NeuralNotebooks.Site;

/// <summary>A task in a notebook whose answer a cell checks. It is a section whose heading begins with "Checkpoint" and
/// a number, and ends with a hint and a solution.</summary>
/// <param name="Number">The checkpoint's number in the notebook.</param>
/// <param name="Id">The anchor of the checkpoint's heading.</param>
/// <param name="Summary">The first text in bold, which says what to do, as plain text.</param>
internal sealed record Checkpoint(string Number, string Id, string Summary);
