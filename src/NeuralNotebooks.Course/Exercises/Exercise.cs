using System.Diagnostics;

namespace NeuralNotebooks.Course;

/// <summary>
/// A checkpoint: cases to try, the right answer for each, and the known ways to get it wrong.
/// The parts of an answer are judged in order, so that a later part is not blamed for an earlier one.
/// </summary>
internal sealed class Exercise<TCase>
{
    /// <summary>Creates the cases anew, so that code which changes its inputs harms only itself. The first is the notebook's own example.</summary>
    public required Func<IReadOnlyList<TCase>> Cases { get; init; }

    /// <summary>What a case is called in a sentence: "for a batch of 5 examples".</summary>
    public required Func<TCase, string> Describe { get; init; }

    /// <summary>The correct parts, in the order in which they are judged.</summary>
    public required Func<TCase, IReadOnlyList<Part>> Reference { get; init; }

    /// <summary>Known mistakes, likelier ones first.</summary>
    public IReadOnlyList<Mistake<TCase>> Mistakes { get; init; } = [];

    /// <summary>What the notebook's starter returns; null where that is zero in the shapes of the first case.</summary>
    public Func<TCase, IReadOnlyList<Part>>? Starter { get; init; }

    /// <summary>The message when everything is correct.</summary>
    public required string Praise { get; init; }

    /// <summary>The likely cause when code works in the first case and throws in a later one; null if none is known.</summary>
    public string? FailsLater { get; init; }

    /// <summary>What zeros everywhere can mean besides "as in the starter"; null if nothing else.</summary>
    public string? IfZero { get; init; }

    /// <summary>The likely cause of an exception in this exercise; null for the general explanation.</summary>
    public Func<Exception, string?> IfThrown { get; init; } = _ => null;

    /// <summary>Whether code for this exercise is likely to have a <c>1 / m</c> in it, which is 0 in integer division.</summary>
    public bool HasMean { get; init; }

    /// <summary>A hint, after a space, for code that returns the starter's values; empty if there is none.</summary>
    public string IfWritten => (IfZero is { } more ? " " + more : "") + (HasMean ? " (Already written? `1 / m` of two integers is 0, `1.0 / m` is not.)" : "");

    /// <summary>For all cases together; long enough for a slow, busy machine.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>True where the answer works in place, so that changed inputs are fine.</summary>
    public bool ChangesItsInputs { get; init; }

    private const string ChangedInputs = " One more thing: your function has overwritten its inputs. The caller may still need them; work on a copy.";

    /// <summary>The known mistakes as wrong answers, each a function with the signature that the check takes.</summary>
    /// <param name="form">Makes such a function from one that computes the wrong value for a case.</param>
    public IReadOnlyList<WrongAnswer<T>> WrongAnswers<T>(Func<Func<TCase, Matrix<double>>, T> form) =>
        [.. Mistakes.Select(mistake => new WrongAnswer<T>(mistake.Sentence, form(mistake.Wrong)))];

    /// <summary>Tries the answer in every case. Never throws, whatever the answer does.</summary>
    public Verdict Judge(Func<TCase, IReadOnlyList<Part>> answer)
    {
        IReadOnlyList<TCase> cases = Cases(), given = Cases();
        var answers = new List<IReadOnlyList<Part>>();
        Verdict? failure = null;
        var clock = Stopwatch.StartNew();
        foreach (TCase input in given)
        {
            (IReadOnlyList<Part>? parts, failure) = Try(answer, input, TimeLimit - clock.Elapsed);
            if (parts is null)
            {
                break;
            }

            answers.Add(parts);
        }

        // Results from before a failure are judged first: their mistake is more telling.
        Verdict? wrong = JudgeAnswers([.. cases.Take(answers.Count)], answers);
        Verdict verdict = (wrong is not null && IsStarter(cases, answers) ? Verdict.NotBegun(IfWritten) : wrong)
            ?? (answers.Count == 0 ? failure : failure?.OnlyIn(Describe(cases[answers.Count]), FailsLater))
            ?? Verdict.Correct(ChangesItsInputs || AreUnchanged(given) ? Praise : Praise + ChangedInputs);
        bool askAgain = answers.Count > 0 && clock.Elapsed < TimeLimit / 2;
        return askAgain && !AnswersAlike(answers[0], Try(answer, Cases()[0], TimeLimit - clock.Elapsed).Parts) ? verdict.NotRepeatable() : verdict;
    }

    private bool IsStarter(IReadOnlyList<TCase> cases, List<IReadOnlyList<Part>> answers)
    {
        if (answers.Count < cases.Count)
        {
            return false;
        }

        return Starter is null
            ? answers.All(parts => parts.All(part => part.Value is { } value && Matrices.IsZero(value)))
                && answers[0].Zip(Reference(cases[0])).All(pair => Matrices.SameShape(pair.First.Value!, pair.Second.Value!))
            : cases.Zip(answers).All(pair => AnswersAlike(Starter(pair.First), pair.Second));
    }

    /// <summary>Whether the reference gives the same for these cases as for fresh ones.</summary>
    private bool AreUnchanged(IReadOnlyList<TCase> given)
    {
        try
        {
            return given.Zip(Cases()).All(pair => AnswersAlike(Reference(pair.Second), Reference(pair.First)));
        }
        catch (ArgumentException)
        {
            return false; // changed so much that they are no longer valid inputs
        }
    }

    /// <summary>The answer for one case, with its matrices copied, since the code may reuse one matrix for all its answers.</summary>
    private (IReadOnlyList<Part>? Parts, Verdict? Failure) Try(Func<TCase, IReadOnlyList<Part>> answer, TCase input, TimeSpan left) =>
        Attempt.Run<IReadOnlyList<Part>>(
            () => [.. answer(input).Select(part => part with { Value = part.Value?.Copy() })],
            left > TimeSpan.Zero ? left : TimeSpan.FromTicks(1),
            IfThrown);

    private static bool AnswersAlike(IReadOnlyList<Part> first, IReadOnlyList<Part>? again) =>
        again is not null && first.Zip(again).All(pair => pair is ({ Value: null }, { Value: null })
            || (pair is ({ Value: { } one }, { Value: { } other }) && Difference.IsNone(other, one)));

    private Verdict? JudgeAnswers(IReadOnlyList<TCase> cases, List<IReadOnlyList<Part>> answers)
    {
        IReadOnlyList<Part>[] expected = [.. cases.Select(Reference)];
        for (int part = 0; cases.Count > 0 && part < expected[0].Count; part++)
        {
            Matrix<double>?[] yours = Values(answers, part);
            var judge = new PartJudge<TCase>(this, cases, expected[0][part].Name);
            if (judge.Judge(yours, [.. expected.Select(e => e[part].Value!)]) is { } verdict)
            {
                IEnumerable<int> later = Enumerable.Range(part + 1, expected[0].Count - part - 1);
                int exchanged = later.FirstOrDefault(other => AreAlike(yours, Values(expected, other)) && AreAlike(Values(answers, other), Values(expected, part)), -1);
                return exchanged < 0
                    ? verdict.After(expected[0].Take(part).Select(p => p.Name))
                    : Verdict.Almost($"{expected[0][part].Name} and {expected[0][exchanged].Name} are swapped: return them in the order of the starter.");
            }
        }

        return null;
    }

    private static Matrix<double>?[] Values(IEnumerable<IReadOnlyList<Part>> answers, int part) => [.. answers.Select(parts => parts[part].Value)];

    private static bool AreAlike(Matrix<double>?[] yours, Matrix<double>?[] right) =>
        yours.Zip(right).All(pair => pair.First is not null && Difference.IsNone(pair.First, pair.Second!));
}
