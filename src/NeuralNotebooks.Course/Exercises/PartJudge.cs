namespace NeuralNotebooks.Course;

/// <summary>Judges one part of an answer over all cases: whether it is there, whether its shape and its numbers are
/// right, and which mistake explains it.</summary>
/// <param name="cases">The cases for which there is an answer.</param>
/// <param name="yours">The answers; null for a missing value.</param>
internal sealed class PartJudge<TCase>(
    Exercise<TCase> exercise, IReadOnlyList<TCase> cases, Part<TCase>[] parts, M[] right, M?[] yours)
{
    private readonly M[] _values = yours!;

    private string Name => parts[0].Name;

    public Verdict? Judge()
    {
        if (_values.Any(value => value is null))
            return Verdict.NotYet($"{Name} is `null`: your answer has no value for it yet.");
        int at = Enumerable.Range(0, cases.Count).FirstOrDefault(i => !IsNone(_values[i], right[i]), -1);
        return at < 0 ? null : JudgeWrong(_values[at], right[at], at);
    }

    private Verdict JudgeWrong(M value, M expected, int at)
    {
        bool fits = Matrices.SameShape(value, expected);
        if (fits && _values.All(Matrices.IsZero) && !right.All(Matrices.IsZero))
        {
            string zero = expected.Count == 1
                ? $"{Name} is still 0, as in the starter. Write your code where it says so."
                : $"{Name} is still zero everywhere, as in the starter. "
                    + $"Its shape is right, {TextOf.Shape(expected)}; now the numbers.";
            return Verdict.NotYet($"{zero} {exercise.IfZero}".TrimEnd());
        }
        (Hint? explanation, bool isNear) = Explain();
        if (!fits)
        {
            string shape = value.Count == 0 ? "empty" : TextOf.Shape(value);
            string message = $"{Name} is {shape} {Situation(at)}; it must be {TextOf.Shape(expected)}.";
            return Verdict.Wrong(isNear, message, explanation);
        }
        string numbers = (expected.Count, at) switch
        {
            (1, 0) => $"{Name} is not right yet {Situation(at)}.",
            (_, 0) => $"{Name} has the right shape, but not yet the right numbers {Situation(at)}.",
            _ => $"{Name} is right {Situation(0)}, but not {Situation(at)}.",
        };
        return Verdict.Wrong(isNear, numbers, explanation ?? OnlyHere(value, expected, at)) with
        {
            FirstDifference = EntryDifference.First(value, expected, exercise.Floor)?.ToString(),
            Illustration = Comparison.ToHtml(value, expected, exercise.Floor),
        };
    }

    /// <summary>The first mistake that gives these values in every case: from the part's list, or a general
    /// one.</summary>
    private (Hint? Hint, bool IsNear) Explain()
    {
        int made = Enumerable.Range(0, parts[0].Count).FirstOrDefault(
            k => parts.Zip(_values).All(pair => pair.First[k].Gives(pair.Second, exercise.Floor)), -1);
        if (made >= 0)
            return (parts[0][made].Hint, parts[0][made].State == Almost);
        if (IsEverywhere(entries => entries.T))
            return (("This is the transpose:", "rows and columns are exchanged."), true);
        if (IsEverywhere(entries => -entries))
            return (("The sign is wrong in every entry:",
                "a difference is the wrong way round, or there is one minus too many."), true);
        return Matrices.CommonFactor(_values, right) is { } factor
            ? (($"Every entry is {TextOf.Number(factor)} times what it should be:",
                "look for a constant factor."), true)
            : (null, false);

        bool IsEverywhere(Func<M, M> change) => _values.Zip(right).All(pair => IsNone(pair.First, change(pair.Second)));
    }

    /// <summary>An explanation for this case alone, if no mistake explains all cases: a division by zero, integer
    /// division in a mean, or a size hard-coded from the first case.</summary>
    private Hint? OnlyHere(M value, M expected, int at)
    {
        if (!Matrices.Entries(value).All(double.IsFinite))
            return ("An entry is not a finite number:",
                "there is a division by zero, the logarithm of zero, or an exponential that is too large.");
        if (exercise.HasMean && Matrices.IsZero(value) && !Matrices.IsZero(expected))
        {
            return ("Everything is 0 here, but not in every case:",
                "`1 / m` of two integers is 0 as soon as m is above 1. Write `1.0 / m`.");
        }
        bool isConstant = expected.Count > 1 && Matrices.CommonFactor([value], [expected]) is not null;
        return at > 0 && isConstant ? exercise.FailsLater : null;
    }

    private string Situation(int at) => exercise.Describe(cases[at]).ToString();

    private bool IsNone(M values, M expected) => EntryDifference.IsNone(values, expected, exercise.Floor);
}
