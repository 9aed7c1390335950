namespace NeuralNotebooks.Course;

public static partial class Check
{
    /// <summary>Notebook 04: a network, a batch and a rate at which every known mistake shows.</summary>
    /// <param name="units">The sizes from the input to the output.</param>
    /// <param name="activations">One for each layer.</param>
    /// <param name="examples">The size of the batch, which is random.</param>
    /// <param name="alpha">The rate of the one step that is taken.</param>
    public static Verdict CatchPass(int[] units, Activation[] activations, int examples, double alpha)
    {
        const int maxSize = 50;
        ArgumentNullException.ThrowIfNull(units);
        ArgumentNullException.ThrowIfNull(activations);
        bool isSmall = units.Append(examples).All(size => size is > 0 and <= maxSize) && units.Length is > 2 and < 10;
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
}
