namespace NeuralNotebooks.Engine;

/// <summary>A cell asks the user for a line.</summary>
/// <param name="Prompt">What to enter; may be empty.</param>
/// <param name="IsPassword">Whether the input is hidden while it is typed.</param>
public sealed record InputRequest(string Prompt, bool IsPassword);
