namespace NeuralNotebooks.Engine;

/// <summary>What is known of a name in a cell: its signature and its documentation.</summary>
/// <param name="Data">As plain text and as HTML.</param>
public sealed record Inspection(MimeBundle Data);
