namespace NeuralNotebooks.Engine;

/// <summary>Completes the names of files and folders. Paths are relative to the notebook's folder.</summary>
internal static class PathCompletion
{
    private const int MaxPaths = 200;

    /// <param name="extensions">The extensions of the files to offer; empty for all.</param>
    public static CompletionList Of(string path, int position, string folder, IReadOnlyList<string> extensions)
    {
        int slash = path.LastIndexOfAny(['/', '\\']) + 1;
        string name = path[slash..];
        try
        {
            var place = new DirectoryInfo(Path.Combine(folder, path[..slash]));
            if (!place.Exists)
                return CompletionList.None(position);
            Completion[] items =
            [
                .. place.EnumerateFileSystemInfos(name + "*")
                    .Where(entry => name.StartsWith('.') || !entry.Name.StartsWith('.'))
                    .Where(entry => entry is DirectoryInfo || extensions.Count == 0
                        || extensions.Contains(entry.Extension, StringComparer.OrdinalIgnoreCase))
                    .OrderBy(entry => entry is DirectoryInfo)
                    .ThenBy(entry => entry.Name, StringComparer.OrdinalIgnoreCase)
                    .Take(MaxPaths)
                    .Select(entry => new Completion(entry is DirectoryInfo ? entry.Name + "/" : entry.Name, "path")),
            ];
            return new(position - name.Length, position, items);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return CompletionList.None(position);
        }
    }

    /// <returns>Null if the string does not look like a path.</returns>
    public static CompletionList? InString(CellAnalysis cell, int position, string folder)
    {
        SyntaxToken literal = cell.TokenBefore(position);
        if (!literal.IsKind(SyntaxKind.StringLiteralToken)
            || position <= literal.SpanStart || position > literal.Span.End)
            return null;
        string text = literal.ToString()[..(position - literal.SpanStart)];
        string path = text[(text.IndexOf('"') + 1)..];
        return path.Length > 0 && path.IndexOfAny([' ', '\\', '"', ';', '*', '?']) < 0
            ? Of(path, position, folder, []) : null;
    }
}
