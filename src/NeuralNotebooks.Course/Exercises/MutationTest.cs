namespace NeuralNotebooks.Course;

/// <summary>A checkpoint whose answer is a test. As in mutation testing, the test must accept the right formula and
/// reject the mutants, which are the known mistakes in it. A mutant that the test accepts is alive.</summary>
internal static class MutationTest
{
    private static readonly TimeSpan _limit = TimeSpan.FromSeconds(10);

    /// <summary>Judges a student's test, which rejects a function by returning false or by throwing. If it throws for
    /// the right function, it could not be checked.</summary>
    /// <param name="praise">The message when all mistakes are rejected: why the test is well chosen.</param>
    public static Verdict Judge<T>(
        Func<T, bool> accepts, T right, IReadOnlyList<(Hint Hint, T Function)> wrong, string praise)
    {
        (bool[]? accepted, Verdict? failure) = Attempt.Run(
            () => accepts(right) ? wrong.Select(one => Accepts(one.Function)).ToArray() : [], _limit, _ => null);
        return accepted switch
        {
            null => failure!,
            [] => HintSteps.Next(Verdict.Wrong(isNear: false, "Your test rejects the right formula, too.",
                ("The tolerance is too small, or what the test compares with is wrong:", "print both sides."))),
            _ => VerdictOn(accepted, [.. wrong.Select(one => one.Hint)], praise),
        };

        bool Accepts(T function)
        {
            try
            {
                return accepts(function);
            }
            catch (Exception e) when (e is not (OperationCanceledException or ThreadInterruptedException))
            {
                return false;
            }
        }
    }

    /// <summary>Judges a case that the student has chosen as a test: it rejects each mistake that gives another value
    /// there than the right formula.</summary>
    /// <param name="praise">The message when all mistakes are rejected: why the test is well chosen.</param>
    public static Verdict Judge<TCase>(Func<TCase> make, Func<TCase, IEnumerable<Part<TCase>>> parts, string praise)
    {
        ((M Right, Mistake Mistake)[]? all, Verdict? failure) = Attempt.Run(
            () =>
            {
                TCase input = make();
                return (from part in parts(input)
                        let right = part.Right(input)
                        from mistake in part
                        select (right, mistake)).ToArray();
            }, _limit, _ => null);
        return all is null ? failure!
            : all.All(one => Matrices.Entries(one.Right).All(double.IsFinite)) ? Judge<Func<bool>>(
                isRight => isRight(), () => true,
                [.. all.Select(one => (one.Mistake.Hint,
                    (Func<bool>)(() => EntryDifference.IsNone(one.Mistake.Wrong(), one.Right))))],
                praise)
            : Verdict.CouldNotBeChecked("Here the right formula is not finite, so nothing can be compared.");
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
