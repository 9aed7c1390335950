namespace NeuralNotebooks.Site;

/// <summary>A formula as its author wrote it, without the dollar signs.</summary>
/// <param name="Tex">Its source.</param>
/// <param name="Display">Whether it is set on a line of its own.</param>
/// <param name="Page">The page that contains it. Commands that a formula defines are known in the later formulas of the
/// page.</param>
internal readonly record struct Formula(string Tex, bool Display, string Page)
{
    /// <summary>The formula as written in the notebook.</summary>
    public string Source => Display ? "$$" + Tex + "$$" : "$" + Tex + "$";

    /// <summary>The element of a formula on a line of its own.</summary>
    /// <param name="markup">The formula as HTML, or its placeholder.</param>
    public static string OnItsLine(string markup) => $"""<div class="formula">{markup}</div>""";
}
