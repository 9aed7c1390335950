namespace NeuralNotebooks.Course;

/// <summary>
/// A checkpoint whose answer is a test. It must accept the right formula, and catch the known mistakes in it.
/// </summary>
internal static class Hunt
{
    private static readonly TimeSpan _limit = TimeSpan.FromSeconds(10);

    /// <summary>What a student's test catches. To throw is to refuse, except for the right function.</summary>
    /// <param name="accepts">The test.</param>
    /// <param name="right">The right function.</param>
    /// <param name="wrong">The known mistakes.</param>
    /// <param name="praise">What is well chosen where all are caught.</param>
    public static Verdict Judge<T>(
        Func<T, bool> accepts, T right, IReadOnlyList<WrongAnswer<T>> wrong, string praise)
    {
        (bool[]? accepted, Verdict? failure) = Attempt.Run(
            () => accepts(right) ? wrong.Select(one => Accepts(one.Function)).ToArray() : [], _limit, _ => null);
        return accepted switch
        {
            null => failure!,
            [] => Verdict.NotYet(
                "Your test refuses the right formula, too.",
                likelyMistake: "The tolerance is too small, or what the test compares with is wrong: print both sides.")
                .InSteps(),
            _ => Verdict.OfHunt([.. wrong.Select(one => one.Sentence)], accepted, praise),
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

    /// <summary>What a case catches: every mistake that gives something else there than the right formula.</summary>
    /// <param name="make">Makes the case.</param>
    /// <param name="parts">Its parts, each with its mistakes.</param>
    /// <param name="praise">What is well chosen where all are caught.</param>
    public static Verdict Judge<TCase>(Func<TCase> make, Func<TCase, IEnumerable<Part<TCase>>> parts, string praise)
    {
        ((M Right, Mistake Mistake)[]? all, Verdict? failure) = Attempt.Run(
            () =>
            {
                TCase input = make();
                return parts(input)
                    .SelectMany(part =>
                    {
                        M right = part.Right(input);
                        return part.Select(mistake => (right, mistake));
                    })
                    .ToArray();
            },
            _limit,
            _ => null);
        return all is null ? failure!
            : all.All(one => Matrices.Entries(one.Right).All(double.IsFinite)) ? Judge<Func<bool>>(
                isRight => isRight(), () => true,
                [.. all.Select(one => new WrongAnswer<Func<bool>>(
                    one.Mistake.Sentence, () => Difference.IsNone(one.Mistake.Wrong(), one.Right)))],
                praise)
            : Verdict.CouldNotBeChecked("Here the right formula is not finite, so nothing can be compared.");
    }
}
