namespace NeuralNotebooks.Course;

/// <summary>Judges one part of an answer over all cases: is it there, is its shape right, are its numbers right, and which mistake explains it.</summary>
internal sealed class PartJudge<TCase>(Exercise<TCase> exercise, IReadOnlyList<TCase> cases, string name)
{
    /// <summary>The verdict on a wrong part, or null where the part is right in every case.</summary>
    public Verdict? Judge(IReadOnlyList<Matrix<double>?> yours, IReadOnlyList<Matrix<double>> right)
    {
        if (yours.Any(value => value is null))
        {
            return Verdict.NotYet($"{name} is `null`: your answer has no value for it yet.");
        }

        Matrix<double>[] values = [.. yours.Select(value => value!)];
        int at = Enumerable.Range(0, cases.Count).FirstOrDefault(i => !Difference.IsNone(values[i], right[i]), -1);
        if (at < 0)
        {
            return null;
        }

        string situation = exercise.Describe(cases[at]);
        if (!Matrices.SameShape(values[at], right[at]))
        {
            (string? explanation, bool near) = Explain(values, right);
            string message = $"{name} is {(values[at].Count == 0 ? "empty" : Readable.Shape(values[at]))} {situation}; it must be {Readable.Shape(right[at])}.";
            return near ? Verdict.Almost(message, null, explanation) : Verdict.NotYet(message, null, explanation);
        }

        if (values.All(Matrices.IsZero) && !right.All(Matrices.IsZero))
        {
            return Verdict.NotYet(right[at].Count == 1
                ? $"{name} is still 0, as in the starter. Write your code where it says so.{exercise.IfWritten}"
                : $"{name} is still zero everywhere, as in the starter. Its shape is right, {Readable.Shape(right[at])}; now the numbers.{exercise.IfWritten}");
        }

        return JudgeNumbers(values, right, at, situation);
    }

    private Verdict JudgeNumbers(Matrix<double>[] values, IReadOnlyList<Matrix<double>> right, int at, string situation)
    {
        Difference difference = Difference.First(values[at], right[at])!;
        (string? explanation, bool near) = Explain(values, right);
        bool afterRightOnes = at > 0;
        string message = (difference.IsNumber, afterRightOnes) switch
        {
            (true, false) => $"{name} is not right yet {situation}.",
            (false, false) => $"{name} has the right shape, but not yet the right numbers {situation}.",
            _ => $"{name} is right {exercise.Describe(cases[0])}, but not {situation}.",
        };
        if (explanation is null && Matrices.Entries(values[at]).Any(entry => !double.IsFinite(entry)))
        {
            explanation = "An entry is not a finite number: there is a division by zero, the logarithm of zero, or an exponential that is too large.";
        }

        explanation ??= OnlyHere(values[at], right[at], afterRightOnes);

        Verdict verdict = near
            ? Verdict.Almost(message, difference.ToString(), explanation)
            : Verdict.NotYet(message, difference.ToString(), explanation);
        return verdict.Showing(new Comparison(values[at], right[at]));
    }

    /// <summary>The first mistake that gives these values in every case: from the exercise's list, or a general one.</summary>
    private (string? Sentence, bool IsNear) Explain(Matrix<double>[] values, IReadOnlyList<Matrix<double>> right)
    {
        foreach (Mistake<TCase> mistake in exercise.Mistakes.Where(m => m.Part == name))
        {
            if (InEveryCase(i => Difference.IsNone(values[i], mistake.Wrong(cases[i]))))
            {
                return (mistake.Sentence, mistake.IsNear);
            }
        }

        if (InEveryCase(i => Difference.IsNone(values[i], right[i].Transpose())))
        {
            return ("This is the transpose: rows and columns are exchanged.", true);
        }

        if (InEveryCase(i => Difference.IsNone(values[i], -right[i])))
        {
            return ("The sign is wrong in every entry: a difference is the wrong way round, or there is one minus too many.", true);
        }

        double? factor = Matrices.CommonFactor(values, right);
        return factor is { } f
            ? ($"Every entry is {Readable.Number(f)} times what it should be: look for a constant factor.", true)
            : (null, false);
    }

    /// <summary>An explanation for this case alone, if no mistake explains all: integer division in a mean, or a size hard-coded from the first case.</summary>
    private string? OnlyHere(Matrix<double> value, Matrix<double> right, bool afterRightOnes)
    {
        if (exercise.HasMean && Matrices.IsZero(value) && !Matrices.IsZero(right))
        {
            return "Everything is 0 here, but not in every case: `1 / m` of two integers is 0 as soon as m is above 1. Write `1.0 / m`.";
        }

        bool isConstant = right.Count > 1 && Matrices.CommonFactor([value], [right]) is not null;
        return afterRightOnes && isConstant ? exercise.FailsLater : null;
    }

    private bool InEveryCase(Func<int, bool> holds) => Enumerable.Range(0, cases.Count).All(holds);
}
