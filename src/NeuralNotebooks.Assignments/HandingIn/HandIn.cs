namespace NeuralNotebooks.Assignments;

/// <summary>The check that a live page runs before its notebook is handed in: a <see cref="HandInCheck"/>, judged in
/// the page's process.</summary>
public static class HandIn
{
    /// <param name="path">The notebook's path in the folder of the release. The file need not exist.</param>
    /// <param name="isJudged">Whether its answers are judged. An answer with an endless loop would block the
    /// page.</param>
    /// <returns>A JSON object with whether the id is missing, the points that would be lost, the tasks, and notes; or
    /// with a problem if the notebook cannot be read.</returns>
    public static async Task<string> RunAsync(
        FrameworkReferences framework, string path, string notebook, bool isJudged = true)
    {
        try
        {
            AssignmentSource assignment =
                ReleasedAssignment.For(path) ?? throw new SubmissionException("The page lacks its assignment.");
            var judge = new PageJudge(Path.GetDirectoryName(path)!, framework);
            HandInReport report = await HandInCheck.RunAsync(
                assignment, Encoding.UTF8.GetBytes(notebook), isJudged ? judge : null,
                new JudgeOptions(), CancellationToken.None);
            return JsonSerializer.Serialize(
                new
                {
                    report.LacksId,
                    Lost = report.Lost == default(Points) ? "" : Readable.Points(report.Lost),
                    Tasks = report.Tasks.Select(task => new
                    {
                        task.Name,
                        Points = Readable.Points(task.Points),
                        Begun = task.Place is not null,
                        task.Problems,
                    }),
                    report.Notes,
                },
                JsonSerializerOptions.Web);
        }
        catch (Exception e) when (e is SubmissionException or NotebookFormatException or IOException)
        {
            return new JsonObject { ["problem"] = e.Message }.ToJsonString();
        }
    }
}
