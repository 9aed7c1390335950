using System.Diagnostics;

namespace NeuralNotebooks.Course;

/// <summary>
/// A checkpoint: cases to try, the right answer for each, and the known ways to get it wrong.
/// The parts of an answer are judged in order, so that a later part is not blamed for an earlier one.
/// </summary>
internal sealed class Exercise<TCase>
{
    /// <summary>Makes the cases afresh, so that code which changes its inputs harms only itself. The first is the notebook's own example.</summary>
    public required Func<IReadOnlyList<TCase>> Cases { get; init; }

    /// <summary>What a case is called in a sentence: "for a batch of 5 examples".</summary>
    public required Func<TCase, string> Describe { get; init; }

    /// <summary>The right parts, in the order in which they are judged.</summary>
    public required Func<TCase, IReadOnlyList<Part>> Reference { get; init; }

    /// <summary>Wrong ways that are recognised, likelier ones first.</summary>
    public IReadOnlyList<Mistake<TCase>> Mistakes { get; init; } = [];

    /// <summary>Said when all is right.</summary>
    public required string Praise { get; init; }

    /// <summary>What it mostly means when code works in the first case and throws in a later one; null where that is not known.</summary>
    public string? FailsLater { get; init; }

    /// <summary>For all cases together. Long enough for a slow machine that does many other things.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Tries the answer in every case. Never throws because of what the answer does.</summary>
    public Verdict Judge(Func<TCase, IReadOnlyList<Part>> answer)
    {
        IReadOnlyList<TCase> cases = Cases(), fresh = Cases();
        var answers = new List<IReadOnlyList<Part>>();
        Verdict? failure = null;
        var clock = Stopwatch.StartNew();
        foreach (TCase input in fresh)
        {
            TimeSpan left = TimeSpan.FromTicks(Math.Max(1, (TimeLimit - clock.Elapsed).Ticks));
            (IReadOnlyList<Part>? parts, failure) = Attempt.Run(() => answer(input), left);
            if (parts is null)
            {
                break;
            }

            answers.Add(parts);
        }

        // What came back before a failure is judged first: its mistake is the more telling one.
        return JudgeParts([.. cases.Take(answers.Count)], answers)
            ?? (answers.Count == 0 ? failure : failure?.OnlyIn(Describe(cases[answers.Count]), FailsLater))
            ?? Verdict.Correct(Praise);
    }

    private Verdict? JudgeParts(IReadOnlyList<TCase> cases, List<IReadOnlyList<Part>> answers)
    {
        IReadOnlyList<Part>[] expected = [.. cases.Select(Reference)];
        for (int part = 0; cases.Count > 0 && part < expected[0].Count; part++)
        {
            var judge = new PartJudge<TCase>(this, cases, expected[0][part].Name);
            if (judge.Judge([.. answers.Select(a => a[part].Value)], [.. expected.Select(e => e[part].Value!)]) is { } verdict)
            {
                return verdict.After(expected[0].Take(part).Select(p => p.Name));
            }
        }

        return null;
    }
}
