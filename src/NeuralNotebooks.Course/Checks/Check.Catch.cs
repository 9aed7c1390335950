namespace NeuralNotebooks.Course;

public static partial class Check
{
    private const int MaxSize = 50;

    /// <summary>Notebook 01: a test of σ's backward pass, tried on the right one and on all known mistakes.</summary>
    /// <param name="test">Whether a function from z and ∂L/∂z to ∂L/∂x can be trusted.</param>
    public static Verdict CatchSigmoid(Func<Func<double, double, double>, bool>? test)
    {
        bool isCalled = false, isStarter = false;
        Verdict verdict = test is null ? CatchSigmoid((Delegate?)null) : MutationTest.Judge(
            candidate =>
            {
                bool isAccepted = test(candidate);
                isStarter |= isAccepted && !isCalled;
                return isAccepted;
            },
            (z, dz) =>
            {
                isCalled = true;
                return z * (1 - z) * dz;
            },
            Mistakes.SigmoidGate,
            "At your point no wrong slope is right by accident, and what arrives is not 1.");
        return isStarter ? Verdict.NotBegun() : verdict;
    }

    /// <summary>A function with the wrong signature: the verdict shows the expected one.</summary>
    public static Verdict CatchSigmoid(Delegate? test) =>
        Signature.Differs(test, "bool Trust(Func<double, double, double> backward)");

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

    /// <summary>Notebook 03: a batch on which every known mistake of the backward pass shows.</summary>
    /// <param name="X">The examples, 4 × m.</param>
    /// <param name="y">Their targets, 1 × m.</param>
    public static Verdict CatchBatch(M X, M y)
    {
        ArgumentNullException.ThrowIfNull(X);
        ArgumentNullException.ThrowIfNull(y);
        TwoLayerBatch batch = TwoLayerBatch.OfTheNotebook() with { X = X, Y = y };
        return Matrices.IsZero(X) && Matrices.IsZero(y) ? Verdict.NotBegun() : MutationTest.Judge(
            () => batch,
            b => [.. b.HiddenLayer, b.OutputLayer[0]],
            "There are errors to send back, and m is no other number that a pass could divide by.");
    }

    /// <summary>Notebook 04: a network, a batch and a rate at which every known mistake shows.</summary>
    /// <param name="units">The sizes from the input to the output.</param>
    /// <param name="activations">One for each layer.</param>
    /// <param name="examples">The size of the batch, which is random.</param>
    /// <param name="alpha">The rate of the one step that is taken.</param>
    public static Verdict CatchPass(int[] units, Activation[] activations, int examples, double alpha)
    {
        ArgumentNullException.ThrowIfNull(units);
        ArgumentNullException.ThrowIfNull(activations);
        bool isSmall = units.Append(examples).All(size => size is > 0 and <= MaxSize) && units.Length is > 2 and < 10;
        return units.Length == 0 ? Verdict.NotBegun()
            : !isSmall ? Verdict.CouldNotBeChecked(
                "Give two to eight layers, with one to 50 units in each, and one to 50 examples.")
            : activations.Length != units.Length - 1 ? Verdict.CouldNotBeChecked(
                $"{units.Length} sizes are {units.Length - 1} layers, and you gave "
                    + $"{Readable.Count(activations.Length, "activation")}. The input has none.")
            : !(alpha > 0) ? Verdict.CouldNotBeChecked("α must be above 0: without a step nothing can be compared.")
            : MutationTest.Judge(
                () => DeepBatch.Of(units, activations, examples, alpha, key: 141),
                b => [b.WholePass],
                "No layer of one unit, no slope that is 1 everywhere, an m that is no other size, an α other than 1.");
    }

    /// <summary>Notebook 05: a flower and a rate at which every known mistake of a step of SGD shows.</summary>
    /// <param name="flower">Its index among the 150; below 0 as long as none is chosen.</param>
    /// <param name="η">The learning rate.</param>
    public static Verdict CatchStep(int flower, double η) =>
        flower < 0 ? Verdict.NotBegun()
        : flower >= 150 ? Verdict.CouldNotBeChecked("There are 150 flowers: 0 to 149.")
        : !(η > 0) ? Verdict.CouldNotBeChecked("η must be above 0: without a step nothing can be compared.")
        : MutationTest.Judge(
            () => new SgdCase(SoftmaxBatch.OfFlowers(flower), η),
            c => c.Parts,
            "A flower that switches a unit on, an answer that is not yet certain, and a rate other than 1.");

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
