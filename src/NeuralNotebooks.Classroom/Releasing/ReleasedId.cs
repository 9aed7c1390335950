namespace NeuralNotebooks.Classroom;

/// <summary>A documentation-comment id as a release holds it: students' programs can test for it, and nobody reads
/// it.</summary>
internal static class ReleasedId
{
    private const string Prefix = "sha256:";

    public static string Of(string id) =>
        Prefix + HexHash.Of(id);

    public static bool IsHash(string id) => id.StartsWith(Prefix, StringComparison.Ordinal);
}
