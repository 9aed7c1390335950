namespace NeuralNotebooks.Engine;

internal static partial class DirectiveCompletion
{
    private static readonly string[] _imported = [".cs", ".csx", Notebook.JupyterExtension, Notebook.DibExtension];

    private static readonly Candidate[] _names =
    [
        new("#!import", "magic", Likelihood.Usual, "runs a .cs, .csx, .ipynb or .dib file"),
        new("#r", "magic", Likelihood.Usual, "\"library.dll\", \"project.csproj\" or \"nuget: Id, Version\""),
        new("#i", "magic", Likelihood.Usual, "\"nuget: source\""),
        new("#load", "magic", Likelihood.Usual, "runs a .cs or .csx file"),
        new("#!time", "magic", Likelihood.Usual, "shows how long the cell takes"),
        new("#!csharp", "magic", Likelihood.Usual, "C# follows"),
        new("#!markdown", "magic", Likelihood.Usual, "Markdown follows"),
    ];

    /// <returns>Null if the line is not a directive.</returns>
    public static CompletionList? Complete(string code, int position, string folder)
    {
        int lineStart = position == 0 ? 0 : code.LastIndexOf('\n', position - 1) + 1;
        string line = code[lineStart..position];
        if (Name().Match(line) is { Success: true } name)
            return new(position - name.Groups[1].Length, position, Ranking.Order(_names, name.Groups[1].Value));
        if (Argument().Match(line) is not { Success: true } argument)
            return null;

        string path = argument.Groups["path"].Value;
        if (argument.Groups["name"].Value != "#r")
            return PathCompletion.Of(path, position, folder, _imported);
        if (path.StartsWith("nuget:", StringComparison.OrdinalIgnoreCase))
            return CompletionList.None(position);
        CompletionList files = PathCompletion.Of(path, position, folder, [".dll", ".csproj", ".fsproj", ".vbproj"]);
        return "nuget: ".StartsWith(path, StringComparison.Ordinal)
            ? new(
                position - path.Length,
                position,
                [
                    new Completion("nuget: ", "magic", "Id, Version"),
                    .. files.Items.Select(file => file with { Text = path[..^(files.End - files.Start)] + file.Text }),
                ])
            : files;
    }

    [GeneratedRegex(@"^\s*(#!?[a-z]*)$")]
    private static partial Regex Name();

    [GeneratedRegex("""^\s*(?<name>#r|#load|#!import)\s+"?(?<path>[^"]*)$""")]
    private static partial Regex Argument();
}
