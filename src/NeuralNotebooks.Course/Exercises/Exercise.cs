namespace NeuralNotebooks.Course;

/// <summary>A checkpoint: cases to try, the right answer for each, and the known ways to get it wrong. The parts of an
/// answer are judged in order, so that a later part is not blamed for an earlier one.</summary>
internal sealed record Exercise<TCase>
{
    /// <summary>Creates new objects for the cases on each call, so that code which changes its inputs does not change
    /// those of the check. The first case is the notebook's example.</summary>
    public required Func<IReadOnlyList<TCase>> Cases { get; init; }

    /// <summary>Describes a case within a sentence: "for a batch of 5 examples".</summary>
    public required Func<TCase, Sentence> Describe { get; init; }

    public required Func<TCase, IReadOnlyList<Part<TCase>>> Parts { get; init; }

    public required string Praise { get; init; }

    /// <summary>The likely cause when code works in the first case and throws in a later one; null if none is
    /// known.</summary>
    public Hint? FailsLater { get; init; }

    /// <summary>Another reason why all results may be zero, besides that the starter is unchanged; null if there is
    /// none.</summary>
    public string? IfZero { get; init; }

    /// <summary>The likely cause of an exception in this exercise; null for the general explanation.</summary>
    public Func<Exception, string?> IfThrown { get; init; } = _ => null;

    /// <summary>Whether code for this exercise is likely to have a <c>1 / m</c> in it, which is 0 in integer division.
    /// One case has m = 1, so that integer division is not taken for the starter.</summary>
    public bool HasMean { get; init; }

    /// <summary>The time limit for all cases together; long enough for a slow, busy machine.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>The allowed error of an entry, as a part of the largest entry. It is larger for derivatives by central
    /// differences.</summary>
    public double Floor { get; init; } = EntryDifference.Rounding;

    private const string ChangedInputs =
        "All numbers are right, but your function has overwritten its inputs. The caller needs them: work on a copy.";

    /// <summary>Calls the answer for every case. It throws only if a reader stops the answer in a browser (see
    /// <see cref="Attempt"/>).</summary>
    /// <param name="answer">From a case to a number, an array or a matrix; for several parts to a tuple or an array of
    /// them.</param>
    public Verdict Judge(Func<TCase, object?> answer)
    {
        IReadOnlyList<TCase> cases = Cases(), given = Cases();
        double[] before = [.. Numbers(given)];
        var clock = Stopwatch.StartNew();
        (List<M?[]> answers, Verdict? failure) = CallForEach(given, answer, clock);
        // The results before a failure are judged first, since a mistake in them explains more.
        Verdict verdict = JudgeAnswers(cases, answers)
            ?? (answers.Count == 0 ? failure : failure?.OnlyIn(Describe(cases[answers.Count]).ToString(), FailsLater))
            ?? (before.SequenceEqual(Numbers(given)) ? Verdict.Correct(Praise) : Verdict.Almost(ChangedInputs));
        return IsRepeatable(answer, answers, clock) ? HintSteps.Next(verdict) : verdict.NotRepeatable();
    }

    private (List<M?[]> Answers, Verdict? Failure) CallForEach(
        IReadOnlyList<TCase> cases, Func<TCase, object?> answer, Stopwatch clock)
    {
        List<M?[]> answers = [];
        foreach (TCase input in cases)
        {
            (M?[]? values, Verdict? failure) = Try(answer, input, TimeLimit - clock.Elapsed);
            if (values is null)
                return (answers, failure);
            answers.Add(values);
        }
        return (answers, null);
    }

    /// <summary>Whether a second call for the first case gives the same values. A slow answer is not called
    /// again.</summary>
    private bool IsRepeatable(Func<TCase, object?> answer, List<M?[]> answers, Stopwatch clock) =>
        answers.Count == 0
            || clock.Elapsed >= TimeLimit / 2
            || AreAlike(Try(answer, Cases()[0], TimeLimit - clock.Elapsed).Values, answers[0]);

    private Verdict? JudgeAnswers(IReadOnlyList<TCase> cases, List<M?[]> answers) =>
        JudgeParts([.. cases.Take(answers.Count)], answers) is not { } wrong ? null
            : IsStarter(cases, answers) ? Verdict.NotBegun($"{Verdict.StillTheStarter} {IfZero}".TrimEnd())
            : wrong;

    /// <summary>Whether the results are zero in every case, with the shapes of the first case, or all empty, as in a
    /// starter without code of the student.</summary>
    private bool IsStarter(IReadOnlyList<TCase> cases, List<M?[]> answers) =>
        answers.Count == cases.Count
        && answers.All(values => values.All(value => value is not null && Matrices.IsZero(value)))
        && (answers.All(values => values.All(value => value!.Count == 0))
            || answers[0].Zip(Right(cases[0])).All(pair => Matrices.SameShape(pair.First!, pair.Second)));

    /// <summary>The numbers that the student's code could overwrite: those of the matrices and arrays of the
    /// cases.</summary>
    private static IEnumerable<double> Numbers(object? of) => of switch
    {
        double number => [number],
        int number => [number],
        byte number => [number],
        M matrix => [matrix.Rows, .. Matrices.Entries(matrix)],
        ITuple tuple => Enumerable.Range(0, tuple.Length).SelectMany(i => Numbers(tuple[i])),
        System.Collections.IEnumerable list => list.Cast<object?>().SelectMany(Numbers),
        _ when of?.GetType().Assembly == typeof(Part<>).Assembly => of.GetType()
            .GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .SelectMany(field => Numbers(field.GetValue(of))),
        _ => [],
    };

    private M[] Right(TCase input) => [.. Parts(input).Select(part => part.Right(input))];

    private (M?[]? Values, Verdict? Failure) Try(Func<TCase, object?> answer, TCase input, TimeSpan left) =>
        Attempt.Run(() => Values(answer(input)), left > TimeSpan.Zero ? left : TimeSpan.FromTicks(1), IfThrown);

    private static M?[] Values(object? answer) => answer switch
    {
        null => new M?[1],
        ITuple tuple => [.. Enumerable.Range(0, tuple.Length).Select(i => Value(tuple[i]))],
        M?[] matrices => [.. matrices.Select(Value)],
        _ => [Value(answer)],
    };

    /// <summary>A part as a matrix. It is copied, since the code may reuse one matrix for all its answers.</summary>
    private static M? Value(object? part) => part switch
    {
        null => null,
        M matrix => matrix.Copy(),
        double[] numbers => Matrix.Column(numbers),
        int[] numbers => Matrices.Column(numbers),
        int number => Matrix.Column(number),
        _ => Matrix.Column((double)part),
    };

    private bool AreAlike(M?[]? values, IReadOnlyList<M?> right) =>
        values is not null && values.Zip(right).All(pair =>
            pair is (null, null) || (pair is ({ } one, { } other) && EntryDifference.IsNone(one, other, Floor)));

    private Verdict? JudgeParts(IReadOnlyList<TCase> cases, List<M?[]> answers)
    {
        IReadOnlyList<Part<TCase>>[] parts = [.. cases.Select(Parts)];
        M[][] right = [.. cases.Select(Right)];
        int count = cases.Count == 0 ? 0 : parts[0].Count;
        for (int i = 0; i < count; i++)
        {
            var judge = new PartJudge<TCase>(this, cases, OfPart(i, parts), OfPart(i, right), Yours(i));
            if (judge.Judge() is not { } verdict)
                continue;
            return SwappedWith(i) is { } other
                ? Verdict.Almost(
                    $"{parts[0][i].Name} and {parts[0][other].Name} are swapped: return them in the order of the "
                        + "starter.")
                : verdict.After(parts[0].Take(i).Select(part => part.Name));
        }
        return null;

        int? SwappedWith(int one) => Enumerable.Range(one + 1, count - one - 1).Cast<int?>()
            .FirstOrDefault(other => Holds(one, other!.Value) && Holds(other.Value, one));

        bool Holds(int one, int other) => AreAlike(Yours(one), OfPart(other, right));

        M?[] Yours(int part) => [.. answers.Select(values => values.ElementAtOrDefault(part))];

        T[] OfPart<T>(int part, IEnumerable<IReadOnlyList<T>> all) => [.. all.Select(ofCase => ofCase[part])];
    }
}
