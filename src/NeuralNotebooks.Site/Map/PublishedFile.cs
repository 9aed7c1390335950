namespace NeuralNotebooks.Site;

/// <summary>A file that a notebook refers to.</summary>
public sealed record PublishedFile(string Name, string Source, byte[] Content);
