namespace NeuralNotebooks.Course;

/// <summary>
/// Judges one part of an answer over all cases: is it there, is its shape right, are its numbers right, and which
/// mistake explains it.
/// </summary>
/// <param name="exercise">What the part belongs to.</param>
/// <param name="cases">The cases that were answered.</param>
/// <param name="parts">The part in each of them.</param>
internal sealed class PartJudge<TCase>(Exercise<TCase> exercise, IReadOnlyList<TCase> cases, Part<TCase>[] parts)
{
    private readonly string _name = parts[0].Name;

    /// <summary>The verdict on a wrong part, or null where the part is right in every case.</summary>
    public Verdict? Judge(M?[] yours)
    {
        M[] right = [.. parts.Select(part => part.Right)];
        if (yours.Contains(null))
        {
            return Verdict.NotYet($"{_name} is `null`: your answer has no value for it yet.");
        }

        M[] values = yours!;
        int at = Enumerable.Range(0, cases.Count).FirstOrDefault(i => !IsNone(values[i], right[i]), -1);
        if (at < 0)
        {
            return null;
        }

        if (!Matrices.SameShape(values[at], right[at]))
        {
            (string? explanation, bool near) = Explain(values, right);
            string shape = values[at].Count == 0 ? "empty" : Readable.Shape(values[at]);
            string message = $"{_name} is {shape} {Situation(at)}; it must be {Readable.Shape(right[at])}.";
            return Verdict.Wrong(near, message, null, explanation);
        }

        if (values.All(Matrices.IsZero) && !right.All(Matrices.IsZero))
        {
            string zero = right[at].Count == 1
                ? $"{_name} is still 0, as in the starter. Write your code where it says so."
                : $"{_name} is still zero everywhere, as in the starter. "
                    + $"Its shape is right, {Readable.Shape(right[at])}; now the numbers.";
            return Verdict.NotYet($"{zero} {exercise.IfZero}".TrimEnd());
        }

        return JudgeNumbers(values, right, at);
    }

    private Verdict JudgeNumbers(M[] values, M[] right, int at)
    {
        Difference difference = Difference.First(values[at], right[at], exercise.Floor)!;
        (string? explanation, bool near) = Explain(values, right);
        bool afterRightOnes = at > 0;
        string message = (difference.IsNumber, afterRightOnes) switch
        {
            (true, false) => $"{_name} is not right yet {Situation(at)}.",
            (false, false) => $"{_name} has the right shape, but not yet the right numbers {Situation(at)}.",
            _ => $"{_name} is right {Situation(0)}, but not {Situation(at)}.",
        };
        if (explanation is null && Matrices.Entries(values[at]).Any(entry => !double.IsFinite(entry)))
        {
            explanation = "An entry is not a finite number: there is a division by zero, the logarithm of zero, "
                + "or an exponential that is too large.";
        }

        explanation ??= OnlyHere(values[at], right[at], afterRightOnes);

        return Verdict.Wrong(near, message, difference.ToString(), explanation) with
        {
            Figure = new Comparison(values[at], right[at], exercise.Floor).ToHtml(),
        };
    }

    /// <summary>
    /// The first mistake that gives these values in every case: from the part's list, or a general one.
    /// </summary>
    private (string? Sentence, bool IsNear) Explain(M[] values, M[] right)
    {
        int made = Enumerable.Range(0, parts[0].Count).FirstOrDefault(
            k => parts.Zip(values).All(pair => Gives(pair.First[k], pair.Second)), -1);
        if (made >= 0)
        {
            return (parts[0][made].Sentence, parts[0][made].State == Almost);
        }

        if (IsEverywhere(entries => entries.T))
        {
            return ("This is the transpose: rows and columns are exchanged.", true);
        }

        if (IsEverywhere(entries => -entries))
        {
            return ("The sign is wrong in every entry: a difference is the wrong way round, or there is one minus "
                + "too many.", true);
        }

        return Matrices.CommonFactor(values, right) is { } factor
            ? ($"Every entry is {Readable.Number(factor)} times what it should be: look for a constant factor.", true)
            : (null, false);

        bool IsEverywhere(Func<M, M> change) =>
            values.Zip(right).All(pair => IsNone(pair.First, change(pair.Second)));
    }

    /// <summary>
    /// An explanation for this case alone, if no mistake explains all: integer division in a mean, or a size hard-coded
    /// from the first case.
    /// </summary>
    private string? OnlyHere(M value, M right, bool afterRightOnes)
    {
        if (exercise.HasMean && Matrices.IsZero(value) && !Matrices.IsZero(right))
        {
            return "Everything is 0 here, but not in every case: `1 / m` of two integers is 0 as soon as m is above "
                + "1. Write `1.0 / m`.";
        }

        bool isConstant = right.Count > 1 && Matrices.CommonFactor([value], [right]) is not null;
        return afterRightOnes && isConstant ? exercise.FailsLater : null;
    }

    private bool Gives(Mistake mistake, M values)
    {
        try
        {
            return IsNone(values, mistake.Wrong());
        }
        catch (ArgumentException)
        {
            return false; // Its shapes do not fit in this case.
        }
    }

    private string Situation(int at) => exercise.Describe(cases[at]).ToString();

    private bool IsNone(M values, M right) => Difference.IsNone(values, right, exercise.Floor);
}
