namespace NeuralNotebooks.Course;

public static partial class Check
{
    /// <summary>Notebook 06: gradients for which every known mistake of Adam takes another path.</summary>
    /// <param name="gradients">A row for each step, with an entry for each parameter.</param>
    public static Verdict CatchAdam(double[][] gradients)
    {
        ArgumentNullException.ThrowIfNull(gradients);
        return gradients.All(step => step is null || step.All(g => g == 0)) ? Verdict.NotBegun()
            : gradients.Any(step => step?.Length != gradients[0]?.Length) ? Verdict.CouldNotBeChecked(
                "Every step needs a gradient for each parameter: all rows have the same length.")
            : MutationTest.Judge(
                () => new AdamCase(new double[gradients[0].Length], gradients, 0.1, 0.9, 0.999, 1e-8),
                c => [c.Steps],
                "Several steps, a change of size and sign, two parameters that differ, a gradient small enough for ε.");
    }
}
