namespace NeuralNotebooks.Classroom;

/// <summary>Reads the ids of types and members in a FORBIDDEN or ALLOWED cell: a documentation-comment id in each
/// comment.</summary>
internal static class IdList
{
    private const string Kinds = "TMPFEN"; // The letters of types, methods, properties, fields, events, namespaces.

    /// <summary>The ids in the text of a cell, after its first line, with their lines from 1.</summary>
    /// <param name="report">Receives the problems; null if they have been reported before.</param>
    public static IEnumerable<(string Id, int Line)> Read(string text, ReportProblem? report = null)
    {
        foreach ((int i, string line) in Region.Lines(text).Select(line => line.Trim()).Index().Skip(1))
        {
            bool isComment = line.StartsWith("//", StringComparison.Ordinal);
            string id = line.TrimStart('/').Trim();
            if (line.Length == 0 || (isComment && id.Length == 0))
                continue;
            if (isComment && id.Length > 2 && id[1] == ':' && Kinds.Contains(id[0]) && !id.Contains(' '))
                yield return (id, i + 1);
            else
                report?.Invoke(
                    i + 1,
                    "This is not a documentation-comment id. Expected one in a comment, such as // "
                        + "M:NeuralNotebooks.Value.Backward or // T:NeuralNotebooks.Gemm.");
        }
    }
}
