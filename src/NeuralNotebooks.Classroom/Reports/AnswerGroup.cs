namespace NeuralNotebooks.Classroom;

/// <summary>Students whose wrong answers to a task are equal, or are explained by the same mistakes.</summary>
/// <param name="Key">The key by which the teacher refers to the group.</param>
internal sealed record AnswerGroup(string Key, Markup Sentence, Markup Sample)
{
    private const int MaxProbes = 8, MaxValue = 240, MaxCode = 4_000;

    public List<string> Students { get; } = [];

    public static AnswerGroup Of(string key, JudgedTask task, TaskScore score)
    {
        Markup sentence =
            score.Mistakes.Count > 0 ? Markup.Sentence(StudentSentences.EitherOf(score.Mistakes))
            : task.Probes.All(probe => probe.Actual is MissingValue) ? Value(task.Probes[0].Actual)
            : "no mistake of the source explains it";
        JudgedProbe[] lost = [.. score.Lost.Select(i => task.Probes[i])];
        Markup values = Markup.List(
            lost.Take(MaxProbes).Select(probe => Markup.Of(
                $"{probe.Probe.Name}: expected {Value(probe.Expected)}, answered {Value(probe.Actual)}")));
        string more = lost.Length > MaxProbes ? $"And {Readable.Count(lost.Length - MaxProbes, "more probe")}." : "";
        Markup code = Markup.Of($"<pre>{Markup.Text(task.Submitted ?? "", MaxCode)}</pre>");
        return new(key, sentence, Markup.Of($"{values}{Markup.Paragraph(more, "small soft")}{code}"));
    }

    private static Markup Value(ProbeValue value) => Markup.Text(ValueText.ShortOrReason(value), MaxValue);
}
