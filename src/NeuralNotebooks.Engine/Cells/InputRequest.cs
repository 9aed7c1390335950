namespace NeuralNotebooks.Engine;

/// <summary>A cell asks its reader for a line.</summary>
/// <param name="Prompt">What to enter; may be empty.</param>
/// <param name="IsPassword">Whether the line is not to be seen while it is typed.</param>
public sealed record InputRequest(string Prompt, bool IsPassword);
