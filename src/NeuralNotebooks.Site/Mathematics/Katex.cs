namespace NeuralNotebooks.Site;

internal static partial class Katex
{
    /// <summary>What the program may take, besides what it gives to the formulas of each page: see
    /// typeset.cjs.</summary>
    private static readonly TimeSpan _timeLimit = TimeSpan.FromSeconds(60), _pageLimit = TimeSpan.FromSeconds(5);

    /// <summary>KaTeX's style sheet with fonts in WOFF2 only; null if it is not embedded in this assembly.</summary>
    public static string? StyleSheet =>
        EmbeddedAssets.Text("katex.min.css") is { } sheet ? OtherFormats().Replace(sheet, "") : null;

    /// <summary>The typeset formulas in order, or null if <c>node</c> or KaTeX is missing, or node fails.</summary>
    /// <param name="failed">Called with the reason if node fails.</param>
    public static IReadOnlyList<Typeset>? TypesetAll(
        IReadOnlyList<Formula> formulas, string node, Action<string> failed, CancellationToken cancellation)
    {
        if (formulas.Count == 0)
            return [];
        if (EmbeddedAssets.Text("katex.min.js") is not { } katex || InstalledProgram.Find(node) is not { } found)
            return null;

        string script = $"{katex}\n{EmbeddedAssets.Text("macros.js")}\n{EmbeddedAssets.Text("typeset.cjs")}";
        // JSON is a subset of JavaScript, and the serializer escapes all but ASCII: the formulas can be embedded in the
        // program.
        string program = $"{script}\ntypeset({JsonSerializer.Serialize(formulas, JsonSerializerOptions.Web)}, "
            + Invariant($"{_pageLimit.TotalMilliseconds});\n");
        TimeSpan limit = _timeLimit + _pageLimit * formulas.DistinctBy(formula => formula.Page).Count();
        try
        {
            ProgramResult result = InstalledProgram.Run(new(found, ["-"]), program, limit, cancellation);
            if (result.ExitCode == 0
                && JsonSerializer.Deserialize<Typeset[]>(result.Output, JsonSerializerOptions.Web) is { } all
                && all.Length == formulas.Count)
                return all;
            failed(result.ExitCode switch
            {
                null => Invariant($"it took longer than {limit.TotalSeconds} seconds"),
                0 => "its answer is not one for each formula",
                int code => Invariant($"exit code {code}"),
            });
        }
        catch (Exception e) when (e is IOException or JsonException)
        {
            failed(e.Message);
        }
        return null;
    }

    /// <summary>Fonts in other formats than WOFF2, which every browser supports that can show these pages.</summary>
    [GeneratedRegex("""(?<=format\("woff2"\))(,url\([^)]*\) format\("(woff|truetype)"\))+""")]
    private static partial Regex OtherFormats();

    public sealed record Typeset(string? Html, string? Error);
}
