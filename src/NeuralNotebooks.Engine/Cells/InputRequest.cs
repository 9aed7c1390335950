namespace NeuralNotebooks.Engine;

public sealed record InputRequest(string Prompt, bool IsPassword);
