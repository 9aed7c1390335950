namespace NeuralNotebooks;

[TypeFormatterSource(typeof(HtmlFormatterSource))]
public sealed partial class Dataset<T> : IHtml
{
    /// <summary>The number of examples, and the shapes of features and targets.</summary>
    public override string ToString() =>
        Invariant($"{Count} examples: features {FeatureShape}, targets {Shape.Of(Targets)}");

    /// <summary>The size, and an HTML table of the first five examples with up to eight features.</summary>
    public string ToHtml()
    {
        const int shownExamples = 5, shownFeatures = 8;
        int features = Math.Min(shownFeatures, FeatureCount), examples = Math.Min(shownExamples, Count);
        bool cut = features < FeatureCount;
        Matrix<T> X = Slice(0, examples).Features;
        HtmlTable table = new(ToString());
        table.Headers([
            "",
            .. Enumerable.Range(0, features).Select(FeatureName),
            .. cut ? ["…"] : Array.Empty<string>(),
            ClassNames is null ? "target" : "class",
        ]);
        for (int example = 0; example < examples; example++)
        {
            table.BeginRow(NumberText.Plain(example));
            for (int feature = 0; feature < features; feature++)
                table.Number(X[feature, example]);
            if (cut)
                table.Text("…");
            table.Text(
                ClassNames is null
                    ? string.Join(
                        ", ",
                        Targets.ColumnSpan(example).ToArray().Select(y => NumberText.Plain(double.CreateChecked(y))))
                    : ClassNames[Label(example)]);
        }
        if (examples < Count)
            table.BeginRow("⋮");
        return table.ToString();
    }

    private string FeatureName(int feature) => FeatureNames?[feature] ?? $"x[{feature}]";
}
