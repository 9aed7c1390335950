namespace NeuralNotebooks.Engine;

/// <summary>A cell's request for one line of input from the user.</summary>
/// <param name="Prompt">The prompt, which may be empty.</param>
/// <param name="IsPassword">Whether the input is hidden while it is typed.</param>
public sealed record InputRequest(string Prompt, bool IsPassword);
