namespace NeuralNotebooks.Classroom;

/// <summary>What a live page says before its notebook is handed in: the receipt of <see cref="Pretest"/>, judged in the
/// page's own process.</summary>
public static class HandIn
{
    /// <summary>Judges a notebook.</summary>
    /// <param name="framework">What code may use without a library.</param>
    /// <param name="path">The notebook's path in the folder of the release; there need be no file.</param>
    /// <param name="notebook">Its text.</param>
    /// <param name="isJudged">Whether its answers are judged: one that does not end would be the end of the
    /// page.</param>
    /// <returns>As JSON: a digest, whether the id is missing, the points that would be lost, the tasks, and
    /// notes. If it cannot be read, a problem.</returns>
    public static async Task<string> RunAsync(
        FrameworkReferences framework,
        string path,
        string notebook,
        bool isJudged = true
    )
    {
        try
        {
            AssignmentSource assignment =
                ReleasedAssignment.For(path) ?? throw new SubmissionException("The page lacks its assignment.");
            using var judge = new JudgeInPlace(Path.GetDirectoryName(path)!, framework);
            Receipt receipt = await Pretest.RunAsync(
                assignment,
                Encoding.UTF8.GetBytes(notebook),
                (source, work) => Task.FromResult(isJudged ? judge.Answer(source, work) : [])
            );
            return Json(receipt).ToJsonString();
        }
        catch (Exception e) when (e is SubmissionException or NotebookFormatException or IOException)
        {
            return new JsonObject { ["problem"] = e.Message }.ToJsonString();
        }
    }

    private static JsonObject Json(Receipt receipt) =>
        new()
        {
            ["digest"] = receipt.Digest,
            ["lacksId"] = receipt.LacksId,
            ["lost"] = receipt.Lost == default(Points) ? "" : Readable.Points(receipt.Lost),
            ["tasks"] = new JsonArray([
                .. receipt.Tasks.Select(task => new JsonObject
                {
                    ["name"] = task.Name,
                    ["points"] = Readable.Points(task.Points),
                    ["begun"] = task.Place is not null,
                    ["place"] = task.Place,
                    ["problems"] = Texts(task.Problems),
                }),
            ]),
            ["notes"] = Texts(receipt.Notes),
        };

    private static JsonArray Texts(IEnumerable<string> texts) => [.. texts.Select(text => JsonValue.Create(text))];
}
