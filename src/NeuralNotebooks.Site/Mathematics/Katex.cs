using System.Text.Json;
using NeuralNotebooks.Runner;

namespace NeuralNotebooks.Site;

/// <summary>Typesets all formulas of a site in one run of <c>node</c>, with the KaTeX that is embedded in this
/// assembly.</summary>
internal static partial class Katex
{
    private static readonly TimeSpan _timeLimit = TimeSpan.FromSeconds(60);
    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web);

    /// <summary>KaTeX's style sheet with fonts in WOFF2 only; null if it is not embedded in this assembly.</summary>
    public static string? StyleSheet =>
        EmbeddedAssets.Text("katex.min.css") is { } sheet ? OtherFormats().Replace(sheet, "") : null;

    /// <summary>The typeset formulas in order, or null if there is no <c>node</c> or no KaTeX to run.</summary>
    public static IReadOnlyList<TypesetFormula>? Typeset(
        IReadOnlyList<Formula> formulas,
        string node,
        CancellationToken cancellation
    )
    {
        if (formulas.Count == 0)
            return [];
        if (EmbeddedAssets.Text("katex.min.js") is not { } katex)
            return null;

        string script = $"{katex}\n{EmbeddedAssets.Text("macros.js")}\n{EmbeddedAssets.Text("typeset.cjs")}";
        // JSON is a subset of JavaScript, and the serializer escapes all but ASCII: the formulas can be embedded in the
        // program.
        string program = $"{script}\ntypeset({JsonSerializer.Serialize(formulas, _json)});\n";
        string? answer = Run(node, program, cancellation);
        if (answer is null || Parse(answer) is not { } results || results.Length != formulas.Count)
            return null;
        return [.. formulas.Zip(results, Checked)];
    }

    private static TypesetFormula Checked(Formula formula, Result result)
    {
        if (
            result.Html is { } html
            && html.StartsWith("<span class=\"katex", StringComparison.Ordinal)
            && html.EndsWith("</span>", StringComparison.Ordinal)
        )
            return new(TexAnnotation().Replace(html, ""));
        return TypesetFormula.WithError(formula, OneLine(result.Error ?? "KaTeX gave no result"));
    }

    private static Result[]? Parse(string answer)
    {
        try
        {
            return JsonSerializer.Deserialize<Result[]>(answer, _json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static string? Run(string node, string program, CancellationToken cancellation)
    {
        try
        {
            ProgramResult result = InstalledProgram.Run(new(node, ["-"]), program, _timeLimit, cancellation);
            return result.ExitCode == 0 ? result.Output : null;
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static string OneLine(string message)
        => message.Replace("KaTeX parse error: ", "").ReplaceLineEndings(" ");

    /// <summary>The TeX source that KaTeX adds to the MathML. It is removed: it is half of a small formula's size, and
    /// screen readers ignore it.</summary>
    [GeneratedRegex("<annotation encoding=\"application/x-tex\">.*?</annotation>", RegexOptions.Singleline)]
    private static partial Regex TexAnnotation();

    /// <summary>Fonts in other formats than WOFF2, which every browser supports that can show these pages.</summary>
    [GeneratedRegex("""(?<=format\("woff2"\))(,url\([^)]*\) format\("(woff|truetype)"\))+""")]
    private static partial Regex OtherFormats();

    private sealed record Result(string? Html, string? Error);
}
