namespace NeuralNotebooks.Site;

/// <summary>Facts about the outputs of a code cell. They decide how a page shows the cell.</summary>
/// <param name="Claims">How many claims of the text hold; 1 if the outputs do not say.</param>
internal sealed record OutputFacts(
    bool HasError, bool HasVerdict, bool HasControl, bool AreOnlyProgress, int Claims)
{
    /// <param name="scope">The scope of their page, which says whether what they say about themselves counts.</param>
    public static OutputFacts Of(IList<Output> outputs, PageScope scope)
    {
        JsonObject?[] facts = [.. outputs.Select(output => scope.FactsOf(DataOf(output)))];
        return new(
            HasError: outputs.Any(output => output is ErrorOutput),
            HasVerdict: facts.Any(of => of?["verdict"] is not null),
            HasControl: facts.Any(of => of?["control"] is not null),
            AreOnlyProgress: facts.All(of => of?["progress"] is not null),
            Claims: Math.Max(1, facts.Sum(of =>
                of?["claims"] is JsonValue claims && claims.TryGetValue(out int count) ? count : 0)));
    }

    public static MimeBundle? DataOf(Output output) => (output as DisplayData)?.Data ?? (output as ExecuteResult)?.Data;
}
