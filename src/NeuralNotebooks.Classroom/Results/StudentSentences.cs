namespace NeuralNotebooks.Classroom;

/// <summary>The sentences about a task's result that a student may read: how many probes passed, how the others differ,
/// and the likely mistake. They contain no value, argument or name of a probe.</summary>
internal static class StudentSentences
{
    public static IReadOnlyList<string> Of(TaskGrade grade)
    {
        var sentences = new List<string>();
        TaskScore score = grade.Score;
        if (grade.IsUnmarked)
            sentences.Add("Not yet marked by hand.");
        if (score.Differences.Count > 0 && grade.Task.Submitted is null)
            sentences.Add("The task is not answered.");
        else if (score.Differences.Count > 0)
            sentences.Add($"{score.Passed} of {score.Differences.Count} probes passed.");
        if (grade.Task.Submitted is not null)
            sentences.AddRange(score.ForStudent().GroupBy(difference => difference.Sentence)
                .Select(group => $"{group.Count()} failed: {group.Key}."));
        if (score.Mistakes.Count == 1)
            sentences.Add($"Likely: {Ended(score.Mistakes[0])}");
        else if (score.Mistakes.Count > 1)
            sentences.Add($"Possible: {EitherOf(score.Mistakes)}");
        if (grade.Comment.Length > 0)
            sentences.Add(grade.Comment);
        return sentences;
    }

    public static string EitherOf(IEnumerable<string> sentences) =>
        Ended(string.Join("; or ", sentences.Select(sentence => sentence.TrimEnd('.'))));

    /// <summary>Adds a full stop to a sentence of a source, which its author may have written without one.</summary>
    public static string Ended(string sentence) =>
        sentence.Length == 0 || sentence[^1] is '.' or '!' or '?' or '…' ? sentence : sentence + ".";
}
