namespace NeuralNotebooks.Course;

public static partial class Check
{
    /// <summary>Notebook 02: logits and labels for which every known mistake in the loss shows.</summary>
    /// <param name="logits">One for each example.</param>
    /// <param name="labels">Each 0 or 1.</param>
    public static Verdict CatchLoss(double[] logits, double[] labels)
    {
        ArgumentNullException.ThrowIfNull(logits);
        ArgumentNullException.ThrowIfNull(labels);
        return logits.Length + labels.Length == 0 ? Verdict.NotBegun()
            : logits.Length != labels.Length ? Verdict.CouldNotBeChecked(
                $"You gave {Readable.Count(logits.Length, "logit")} and {Readable.Count(labels.Length, "label")}. Each "
                    + "logit needs a label.")
            : labels.Any(label => label is not (0 or 1)) ? Verdict.CouldNotBeChecked("A label is 0 or 1.")
            : MutationTest.Judge(
                () => new LabelledLogits(Matrix.Row(logits), Matrix.Row(labels), ""),
                batch => [batch.MeanLossPart],
                "A probability that is rounded to 1, a power that overflows, a logit near 0, and no example that could "
                    + "be left out.");
    }
}
