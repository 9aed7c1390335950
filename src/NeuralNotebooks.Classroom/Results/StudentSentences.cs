namespace NeuralNotebooks.Classroom;

/// <summary>The sentences about a task's result that a student may read: how many probes passed, how the others differ,
/// and the likely mistake. They contain no value, argument or name of a probe.</summary>
internal static class StudentSentences
{
    /// <summary>The sentences, in reading order.</summary>
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
            sentences.Add($"Likely: {score.Mistakes[0]}.");
        else if (score.Mistakes.Count > 1)
            sentences.Add($"Possible: {string.Join("; or ", score.Mistakes)}.");
        if (grade.Comment.Length > 0)
            sentences.Add(grade.Comment);
        return sentences;
    }
}
