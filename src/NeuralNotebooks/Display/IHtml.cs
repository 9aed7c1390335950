namespace NeuralNotebooks;

/// <summary>A type that displays itself in a notebook.</summary>
/// <remarks>
/// Implement it with a public method, which is what Verso looks for, and put
/// <c>[TypeFormatterSource(typeof(HtmlFormatterSource))]</c> on the class, which is what .NET Interactive looks for.
/// </remarks>
internal interface IHtml
{
    /// <summary>An HTML fragment that is legible on light and dark backgrounds.</summary>
    string ToHtml();
}
