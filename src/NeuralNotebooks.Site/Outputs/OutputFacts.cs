using AngleSharp.Html.Parser.Tokens;

namespace NeuralNotebooks.Site;

/// <summary>Facts about the outputs of a code cell. They decide how a page shows the cell.</summary>
internal sealed record OutputFacts
{
    /// <summary>Whether an output is an error.</summary>
    public required bool HasError { get; init; }

    /// <summary>Whether an output is a verdict on the reader's answer.</summary>
    public required bool HasVerdict { get; init; }

    /// <summary>Whether an output is an interactive figure or a control.</summary>
    public required bool CanBeMoved { get; init; }

    /// <summary>Whether there are no outputs except progress bars.</summary>
    public required bool AreOnlyProgress { get; init; }

    /// <summary>How many claims of the text hold, if the only output says that; otherwise null.</summary>
    public required int? Claims { get; init; }

    /// <summary>Finds the facts.</summary>
    /// <param name="html">The outputs as a page shows them. A page of untrusted notebooks shows no controls and no
    /// verdicts.</param>
    public static OutputFacts Of(IList<Output> outputs, string html)
    {
        var attributes = new HashSet<string>();
        foreach (HtmlTagToken tag in HtmlTags.In(html))
            attributes.UnionWith(tag.Attributes.Select(attribute => attribute.Name));

        return new()
        {
            HasError = outputs.Any(output => output is ErrorOutput),
            HasVerdict = attributes.Contains("data-nn-verdict"),
            CanBeMoved = attributes.Contains("data-nn-interactive") || attributes.Contains("data-nn-control"),
            AreOnlyProgress = outputs.All(output =>
                output is DisplayData display && FirstTag(display.Data)?.Value("role") == "progressbar"),
            Claims = outputs is [ExecuteResult result] ? ClaimsIn(result.Data) : null,
        };
    }

    private static int? ClaimsIn(MimeBundle data) =>
        FirstTag(data) is { } tag
        && tag.Value("data-nn-claim") == "holds"
        && int.TryParse(tag.Value("data-nn-claims"), CultureInfo.InvariantCulture, out int count)
            ? count
            : null;

    private static HtmlTagToken? FirstTag(MimeBundle data) =>
        data.Text(MimeBundle.Html) is { } html ? HtmlTags.In(html).FirstOrDefault() : null;
}
