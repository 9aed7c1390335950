namespace NeuralNotebooks.Engine;

/// <summary>The signature and the documentation of a name in a cell.</summary>
/// <param name="Data">As plain text and as HTML.</param>
public sealed record Inspection(MimeBundle Data);
