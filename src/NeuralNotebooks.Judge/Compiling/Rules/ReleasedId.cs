namespace NeuralNotebooks.Judge;

/// <summary>The hash of a documentation-comment id in a release. A program can test whether an id is in the list, but
/// the student cannot read the list.</summary>
internal static class ReleasedId
{
    private const string Prefix = "sha256:";

    public static string Of(string id) => Prefix + HexHash.Of(id);

    public static bool IsHash(string id) => id.StartsWith(Prefix, StringComparison.Ordinal);
}
