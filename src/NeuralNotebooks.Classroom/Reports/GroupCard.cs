namespace NeuralNotebooks.Classroom;

/// <summary>A group of equal wrong answers on the teacher's page.</summary>
internal static class GroupCard
{
    private const int MaxProbes = 8, MaxValue = 240, MaxCode = 4_000;

    public static Markup Of(TaskReport task, AnswerGroup group, GradingStore store, string? sentence)
    {
        bool isExplained = group.Mistakes.Count > 0;
        GradedTask? sample = store
            .Read(new(group.Answers[0].Student, task.Assignment))
            ?.Tasks.FirstOrDefault(graded => graded.Name == task.Name);
        Markup answers = sample is null ? default : Answers(group, sample);
        // A mistake gives other values, and an answer without any is not waiting for one.
        Markup explained =
            isExplained ? Markup.Of($", explained: {Markup.Join("; or ", group.Mistakes.Select(Markup.Sentence))}")
            : sample?.Answers.All(answer => answer is NoAnswer) == true ? ""
            : ", and no mistake explains it";
        int count = group.Answers.Count;
        string share = Readable.Share(count, task.Points.Count);
        return Markup.Of(
            $"""
            <div class="group{(isExplained ? "" : " open")}">
            <p class="head"><span><b>{Readable.Count(count, "student")}</b> gave this{explained}</span>
            <span class="points">{share} · group <code>{group.Pattern.Key}</code></span></p>
            {(isExplained ? Markup.Details("What they answered", answers) : answers)}
            <p>{Attention.Students(group.Answers.Select(answer => answer.Student))}
            · {LostProbes.Link(group.Answers[0].Student, task.Assignment)}</p>
            {(sentence is null ? default : Markup.Note("teacher", "On their pages", Markup.Sentence(sentence)))}
            </div>

            """
        );
    }

    /// <summary>The answers of one of them: where the variants are equal, all of them have the same.</summary>
    private static Markup Answers(AnswerGroup group, GradedTask sample)
    {
        int[] lost = sample.Score().Lost;
        Markup name = Markup.Text(group.Answers[0].Student, 100);
        string more = lost.Length > MaxProbes ? $"and {Readable.Count(lost.Length - MaxProbes, "more probe")}. " : "";
        Markup alike = Alike(group) is { } sentence && lost.Any(i => sample.Answers[i] is not NoAnswer)
            ? Markup.Of($"These are the values of {name}. {sentence}")
            : default;
        Markup table = Markup.Table(
            Markup.Raw("<th>Probe</th><th>Expected</th><th>Answer</th>"),
            lost.Take(MaxProbes)
                .Select(i =>
                    Markup.Of(
                        $"""
                        <td>{sample.Probes[i].Name}</td><td>{Value(sample.Reference[i])}</td><td>{Value(
                            sample.Answers[i]
                        )}</td>
                        """
                    )
                )
        );
        Markup code = sample.Submitted is { } submitted
            ? Markup.Details(
                Markup.Of($"The cell of {name}"),
                Markup.Of($"<pre>{Markup.Text(submitted, MaxCode)}</pre>")
            )
            : default;
        return Markup.Of($"{table}{Markup.Paragraph(Markup.Of($"{more}{alike}"), "small soft")}{code}");
    }

    private static string? Alike(AnswerGroup group) =>
        !group.IsAcrossVariants
            ? null
            : group.Pattern.Relation switch
            {
                Relation.Mistake => "The others have other variants; the mistake is the same.",
                Relation.Value => "The others gave the same values, although other values were expected of them.",
                Relation.Factor =>
                    "The others have other variants: their numbers are the same multiples of what is expected of them.",
                Relation.Place =>
                    "The others have other variants: their numbers are the same entries of what is expected of them.",
                Relation.Offset =>
                    "The others have other variants: their numbers differ by the same amounts from what is "
                        + "expected of them.",
                _ => "The others have other variants and other values: the same probes are lost, in the same way.",
            };

    /// <summary>An answer in short; if it has no value, why.</summary>
    public static Markup Value(Answer answer)
    {
        if (answer is not NoAnswer none)
            return Markup.Text(AnswerText.Short(answer), MaxValue);
        string detail = none.Detail is { Length: > 0 } given ? $": {given}" : "",
            line = none.Line is { } at ? Invariant($", line {at}") : "";
        return Markup.Text($"{DifferenceWords.Of(none.Reason).Label}{detail}{line}", MaxValue);
    }
}
