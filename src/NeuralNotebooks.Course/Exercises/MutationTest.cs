namespace NeuralNotebooks.Course;

/// <summary>A checkpoint whose answer is a case that tests a formula. As in mutation testing, the right formula and the
/// mutants, which are the known mistakes in it, run on this case. A mutant that gives the right value there is
/// alive.</summary>
internal static class MutationTest
{
    private static readonly TimeSpan _limit = TimeSpan.FromSeconds(20);

    /// <param name="praise">The message when all mistakes are rejected: why the test is well chosen.</param>
    public static Verdict Judge<TCase>(Func<TCase> make, Func<TCase, IEnumerable<Part<TCase>>> parts, string praise)
    {
        ((M Right, bool IsAlive, Hint Hint)[]? all, Verdict? failure) = Attempt.Run(
            () =>
            {
                TCase input = make();
                return (from part in parts(input)
                        let right = part.Right(input)
                        from mistake in part
                        select (right, IsAlive(mistake, right), mistake.Hint)).ToArray();
            }, _limit, _ => null);
        return all is null ? failure!
            : all.All(one => Matrices.Entries(one.Right).All(double.IsFinite))
                ? VerdictOn([.. all.Select(one => one.IsAlive)], [.. all.Select(one => one.Hint)], praise)
            : Verdict.CouldNotBeChecked("Here the right formula is not finite, so nothing can be compared.");
    }

    private static bool IsAlive(Mistake mistake, M right)
    {
        try
        {
            return EntryDifference.IsNone(mistake.Wrong(), right);
        }
        catch (Exception e) when (e is not (OperationCanceledException or ThreadInterruptedException))
        {
            return false;
        }
    }

    /// <summary>The verdict on a test: the numbers of the mistakes that it accepted, and for the first of them its
    /// hint, in steps.</summary>
    private static Verdict VerdictOn(bool[] accepted, Hint[] hints, string praise)
    {
        int[] alive = [.. Enumerable.Range(0, accepted.Length).Where(i => accepted[i])];
        string message = $"{accepted.Length - alive.Length} of {accepted.Length} mistakes are caught";
        string numbers = string.Join(", ", alive.Select(i => $"{i + 1}"));
        Verdict verdict = alive.Length == 0
            ? Verdict.Correct($"{message}, and the right formula passes. {praise}")
            : Verdict.Wrong(isNear: alive.Length < 3, $"{message}. Alive: {numbers}.", hints[alive[0]]);
        return HintSteps.Next(verdict) with
        {
            Illustration = VerdictCard.Mutants(accepted),
            Label = $"Sentence for mistake {numbers.Split(',')[0]}",
        };
    }
}
