namespace NeuralNotebooks.Engine;

/// <summary>A cell's request for one line of input from the user.</summary>
public sealed record InputRequest(string Prompt, bool IsPassword);
