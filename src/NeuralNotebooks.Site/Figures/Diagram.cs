namespace NeuralNotebooks.Site;

/// <summary>A diagram of Mermaid: its text, in whose place the script <c>diagrams.js</c> puts the drawing.</summary>
internal static class Diagram
{
    /// <summary>The scripts that draw diagrams, in the order in which they run: name in the site → text. A build
    /// without npm has none, so that pages show the texts of diagrams.</summary>
    /// <remarks>This edition of Mermaid has half the size. It does not know mind maps and architecture
    /// diagrams.</remarks>
    public static OrderedDictionary<string, string> Assets { get; } =
        EmbeddedAssets.Text("mermaid.tiny.js") is { } mermaid
            ? new() { ["assets/mermaid.js"] = mermaid, ["assets/diagrams.js"] = EmbeddedAssets.Compact("diagrams.js") }
            : [];

    public static string Of(string text) => $"<pre class=\"mermaid\">{Html.Escape(text.Trim())}</pre>";
}
