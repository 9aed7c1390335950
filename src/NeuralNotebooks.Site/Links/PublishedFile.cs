namespace NeuralNotebooks.Site;

/// <summary>A file that a notebook refers to.</summary>
/// <param name="Name">Its name in the site.</param>
/// <param name="Source">The file that was copied.</param>
/// <param name="Content">What it contains.</param>
public sealed record PublishedFile(string Name, string Source, byte[] Content);
