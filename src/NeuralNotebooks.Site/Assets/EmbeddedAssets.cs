namespace NeuralNotebooks.Site;

/// <summary>The files that are embedded in this assembly: the site's style sheets and scripts, and, if npm was
/// available at build time, KaTeX and the fonts. Their comments are then left out.</summary>
internal static class EmbeddedAssets
{
    private static readonly Assembly _assembly = typeof(EmbeddedAssets).Assembly;

    public static bool HasKatex => Names.Contains("katex.min.js") && Names.Contains("katex.min.css");

    public static IEnumerable<string> Fonts => Names.Where(name => name.EndsWith(".woff2", StringComparison.Ordinal));

    public static bool HasFonts => Fonts.Any(name => name.StartsWith("source-serif", StringComparison.Ordinal));

    public static IEnumerable<string> FontLicences =>
        Names.Where(name => name.EndsWith(".LICENSE.txt", StringComparison.Ordinal));

    private static string[] Names { get; } = _assembly.GetManifestResourceNames();

    public static string? Text(string name) => Bytes(name) is { } bytes ? Encoding.UTF8.GetString(bytes) : null;

    public static byte[]? Bytes(string name)
    {
        using Stream? stream = _assembly.GetManifestResourceStream(name);
        if (stream is null)
            return null;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
