namespace NeuralNotebooks.Engine;

internal static partial class DirectiveCompletion
{
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
    public static CompletionList? Complete(string code, int position)
    {
        int lineStart = position == 0 ? 0 : code.LastIndexOf('\n', position - 1) + 1;
        string line = code[lineStart..position];
        return Name().Match(line) is { Success: true } name
                ? new(position - name.Groups[1].Length, position, Ranking.Order(_names, name.Groups[1].Value))
            : HasArgument().IsMatch(line) ? CompletionList.None(position)
            : null;
    }

    [GeneratedRegex(@"^\s*(#!?[a-z]*)$")]
    private static partial Regex Name();

    [GeneratedRegex(@"^\s*(#r|#load|#!import)\s")]
    private static partial Regex HasArgument();
}
