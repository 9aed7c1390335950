namespace NeuralNotebooks.Site;

/// <summary>A file that a notebook refers to.</summary>
/// <param name="Name">The file's name in the site.</param>
/// <param name="Source">The path of the file that was copied.</param>
/// <param name="Content">The file's content.</param>
public sealed record PublishedFile(string Name, string Source, byte[] Content);
