namespace NeuralNotebooks.Benchmarks;

/// <summary>The part of a document that is generated from the results: the text between two markers.</summary>
internal static class GeneratedSection
{
    public const string Begin = "<!-- speed: written from tests/NeuralNotebooks.Benchmarks/results -->",
        End = "<!-- /speed -->";

    /// <summary>The document with another section between the markers.</summary>
    /// <exception cref="InvalidDataException">A marker is missing.</exception>
    public static string Replace(string document, string section)
    {
        int begin = document.IndexOf(Begin, StringComparison.Ordinal),
            end = document.IndexOf(End, StringComparison.Ordinal);
        return begin >= 0 && end > begin
            ? document[..(begin + Begin.Length + 1)] + section + document[end..]
            : throw new InvalidDataException(
                $"The lines {Begin} and {End} must be in the document, in this order: the tables go between them."
            );
    }
}
