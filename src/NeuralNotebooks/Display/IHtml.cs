namespace NeuralNotebooks;

/// <summary>A type that displays itself in a notebook.</summary>
/// <remarks>Implement it with a public method <c>ToHtml</c>, which the notebook host Verso looks for, and put
/// <c>[TypeFormatterSource(typeof(HtmlFormatterSource))]</c> on the class, which .NET Interactive looks for.</remarks>
internal interface IHtml
{
    string ToHtml();

    /// <summary>Facts for programs that show the value, such as a page; null if there are none. The attribute of the
    /// class then lists <see cref="DisplayFacts.Type"/> among its MIME types.</summary>
    JsonObject? Facts => null;
}
