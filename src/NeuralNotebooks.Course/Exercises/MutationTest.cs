namespace NeuralNotebooks.Course;

/// <summary>A checkpoint whose answer is a case that tests a formula. As in mutation testing, the right formula and the
/// mutants, which are the known mistakes in it, run on this case. A mutant that gives the right value there is
/// alive.</summary>
internal static class MutationTest
{
    /// <summary>The verdict on a test: the numbers of the mistakes that it accepted, and for the first of them its
    /// hint, in steps.</summary>
    /// <param name="praise">The message when all mistakes are rejected: why the test is well chosen.</param>
    public static Verdict Judge<TCase>(TCase input, Part<TCase> mistakes, string praise)
    {
        M right = mistakes.Right(input);
        if (!Matrices.Entries(right).All(double.IsFinite))
            return Verdict.CouldNotBeChecked("Here the right formula is not finite, so nothing can be compared.");
        // One mistake in many sizes, such as that of an ε, is tried in two.
        Mistake[] tried = [.. mistakes.GroupBy(mistake => mistake.Hint).SelectMany(same => same.Take(2))];
        bool[] accepted = [.. tried.Select(mistake => mistake.Gives(right, EntryDifference.Rounding))];
        int[] alive = [.. Enumerable.Range(0, accepted.Length).Where(i => accepted[i])];
        string message = $"{accepted.Length - alive.Length} of {accepted.Length} mistakes are caught";
        string numbers = string.Join(", ", alive.Select(i => $"{i + 1}"));
        Verdict verdict = alive.Length == 0
            ? Verdict.Correct($"{message}, and the right formula passes. {praise}")
            : Verdict.Wrong(
                isNear: alive.Length < 3, $"{message}. Alive: {numbers}.", tried[alive[0]].Hint);
        return HintSteps.Next(verdict) with
        {
            Illustration = VerdictCard.Mutants(accepted),
            Label = $"Sentence for mistake {numbers.Split(',')[0]}",
        };
    }
}
