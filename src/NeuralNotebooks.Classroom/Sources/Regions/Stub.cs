namespace NeuralNotebooks.Classroom;

internal static class Stub
{
    /// <summary>The cell's lines with each solution replaced by the stub in its STUB lines, or by the
    /// default.</summary>
    public static string Of(string[] lines, IReadOnlyList<Region> regions, bool isText)
    {
        var stub = new List<string>();
        int next = 0;
        foreach (Region region in regions)
        {
            stub.AddRange(lines[next..region.Begin]);
            string[] own =
            [
                .. lines[(region.Begin + 1)..region.End].Select(line => MarkerPatterns.StubLine(isText).Match(line))
                    .Where(match => match.Success)
                    .Select(match => (match.Groups["indent"].Value + match.Groups["text"].Value).TrimEnd()),
            ];
            string indent = lines[region.Begin][..^lines[region.Begin].TrimStart().Length];
            stub.AddRange(
                own.Length > 0 ? own
                : isText ? ["*Your answer here.*"]
                : [$"{indent}// your code here", $"{indent}throw new NotImplementedException();"]);
            next = region.End + 1;
        }
        stub.AddRange(lines[next..]);
        return string.Join('\n', stub);
    }
}
