using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace NeuralNotebooks.Engine;

/// <summary>The representations of recorded values: as JSON for the editor, and as HTML and text that show them beside
/// the code's lines.</summary>
internal static class ValuesDisplay
{
    /// <summary>The MIME type of the JSON.</summary>
    public const string MimeType = "application/vnd.neuralnotebooks.values+json";

    /// <summary>The MIME bundle; null if nothing was recorded.</summary>
    /// <param name="values">The recorded values.</param>
    /// <param name="code">The whole cell.</param>
    public static MimeBundle? Of(RecordedValues values, string code)
    {
        RecordedValues.Point[] points =
        [
            .. values.Points
                .Where(point => point.Name is not null && point.Passes.Any(pass => IsWorthShowing(Text(pass))))
                .OrderBy(point => point.Line),
        ];
        if (points.Length == 0)
            return null;
        string leftOut = string.Join(
            ' ',
            ((string?[])[
                points.Any(point => point.Passes.Count < point.Count) ? "Some passes are left out." : null,
                values.IsIncomplete ? "The cell has too many places to record; the last ones are left out." : null,
            ]).OfType<string>()
        );
        ILookup<int, string> beside = points.ToLookup(point => point.Line, InWords);
        return new MimeBundle
        {
            { MimeType, Data(points, leftOut) },
            { MimeBundle.Html, Html(code, beside, leftOut) },
            { MimeBundle.PlainText, Plain(beside, leftOut) },
        };
    }

    private static JsonObject Data(RecordedValues.Point[] points, string leftOut)
    {
        RecordedValues.Point[] loops =
        [
            .. points.Select(point => point.Loop).OfType<RecordedValues.Point>().Distinct(),
        ];
        return new JsonObject
        {
            ["lines"] = new JsonArray(
                [
                    .. points.Select(point => new JsonObject
                    {
                        ["line"] = point.Line,
                        ["name"] = point.Name,
                        ["count"] = point.Count,
                        ["loop"] = point.Loop is { } loop ? Array.IndexOf(loops, loop) : null,
                        ["passes"] = point.Passes.Select(pass => pass.Number).ToJson(),
                        ["inLoop"] = point.Passes.Select(pass => pass.InLoop).ToJson(),
                        ["texts"] = point.Passes.Select(Text).ToJson(),
                        ["notFinite"] = point.NotFinite is var (at, found)
                            ? new JsonObject { ["pass"] = at, ["text"] = found, ["first"] = point.IsFirst }
                            : null,
                    }),
                ]
            ),
            ["loops"] = new JsonArray(
                [
                    .. loops.Select(loop => new JsonObject { ["line"] = loop.Line, ["count"] = loop.Count }),
                ]
            ),
            ["leftOut"] = leftOut,
        };
    }

    private static string Plain(ILookup<int, string> beside, string leftOut)
    {
        IEnumerable<string> lines = beside.Select(line => $"line {line.Key}: {string.Join(", ", line)}");
        return string.Join('\n', lines.Append(leftOut)).TrimEnd('\n');
    }

    private static string Html(string code, ILookup<int, string> beside, string leftOut)
    {
        var html = new StringBuilder("<pre class=\"nn-values\" aria-label=\"Values beside each line\">");
        string[] lines = code.ReplaceLineEndings("\n").Split('\n');
        for (int line = 1; line <= lines.Length; line++)
        {
            html.Append(WebUtility.HtmlEncode(lines[line - 1]));
            if (beside.Contains(line))
                html.Append("  <span style=\"opacity:.75;user-select:none\">")
                    .Append(WebUtility.HtmlEncode("▸ " + string.Join(", ", beside[line])))
                    .Append("</span>");
            html.Append('\n');
        }
        return html.Append(WebUtility.HtmlEncode(leftOut)).Append("</pre>").ToString();
    }

    private static string InWords(RecordedValues.Point point)
    {
        RecordedValues.Pass last = point.Passes[^1];
        string passes =
            point.Count == 1 ? ""
            : last.Number == point.Count ? Invariant($" (pass {point.Count:N0})")
            : Invariant($" (pass {last.Number:N0} of {point.Count:N0})");
        string notFinite = point.NotFinite is var (pass, found)
            ? $" ⚠ {found}{(point.IsFirst ? " first" : "")}"
                + (point.Count == 1 ? "" : Invariant($" in pass {pass:N0}"))
            : "";
        return $"{point.Name} {Text(last)}".Trim() + passes + notFinite;
    }

    private static string Text(RecordedValues.Pass pass) => pass.Value as string ?? RecordedValues.Text(pass.Value);

    private static bool IsWorthShowing(string text) => text is not ("" or "not evaluated");
}
