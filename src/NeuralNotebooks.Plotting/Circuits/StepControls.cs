using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace NeuralNotebooks.Plotting;

/// <summary>Buttons and a slider under a circuit. They are hidden until the script that serves them runs.</summary>
internal static class StepControls
{
    public const string Font = "font-size:88%;font-family:system-ui,'DejaVu Sans',sans-serif;color:inherit";

    private const string Button = "min-width:2.6em;min-height:2.2em;padding:0.2em 0.5em;font:inherit;color:inherit;background:transparent;border:1px solid currentColor;border-radius:4px;cursor:pointer";

    private static readonly Lazy<string> s_script = new(ReadScript);

    public static string Html(string name, int last, string label) => FormattableString.Invariant(
        $"<div data-nn-controls style=\"display:none;flex-wrap:wrap;align-items:center;gap:0.5em;{Font}\">{Go("first", "First step", "«")}{Go("back", "Step back", "‹")}{Go("play", "Play", "▶")}{Go("next", "Next step", "›")}{Go("last", "Last step", "»")}<input type=\"range\" min=\"0\" max=\"{last}\" value=\"{last}\" step=\"1\" aria-label=\"{WebUtility.HtmlEncode(name)}\" style=\"flex:1;min-width:8em;accent-color:#0072b2\"><output style=\"min-width:6em;font-variant-numeric:tabular-nums\">{WebUtility.HtmlEncode(label)}</output></div>");

    public static string Key(string content) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)))[..16];

    public static string Script(string key, string json) => $"""
        <script>
        {s_script.Value}("{key}", {json});
        </script>
        """;

    private static string Go(string where, string label, string sign) => $"<button type=\"button\" data-nn-go=\"{where}\" aria-label=\"{label}\" title=\"{label}\" style=\"{Button}\">{sign}</button>";

    private static string ReadScript()
    {
        using Stream stream = typeof(StepControls).Assembly.GetManifestResourceStream("circuit.js")!;
        using StreamReader reader = new(stream);
        // The lines of comment are for readers of the source, not for every output of every notebook.
        return string.Join('\n', reader.ReadToEnd().Split('\n').Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal))).Trim();
    }
}
