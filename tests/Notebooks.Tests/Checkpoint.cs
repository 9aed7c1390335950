namespace Notebooks.Tests;

/// <summary>An exercise: a starter cell, and the folded hint and solution in the Markdown cell after it.</summary>
public sealed partial record Checkpoint(CourseCell Starter, string Hint, string Solution)
{
    /// <summary>The exercises of a notebook; one without hint, solution or code fence fails here by name.</summary>
    public static IReadOnlyList<Checkpoint> Of(CourseNotebook notebook)
    {
        string file = Path.GetFileName(notebook.Path);
        var checkpoints = new List<Checkpoint>();
        foreach (CourseCell starter in notebook.Code.Where(cell => Id().IsMatch(cell.Id)))
        {
            CourseCell folded =
                notebook.Cells.ElementAtOrDefault(starter.Number)
                ?? throw new InvalidDataException($"{file}: nothing follows {starter.Id}.");
            Match hint = Hints().Match(folded.Source);
            Match solution = Solutions().Match(folded.Source);
            if (!hint.Success || !solution.Success)
            {
                throw new InvalidDataException(
                    $"{file}: cell {folded.Number}, after {starter.Id}, must hold a folded hint and a folded "
                        + $"solution with one ```csharp fence.");
            }
            checkpoints.Add(new Checkpoint(starter, hint.Groups["text"].Value, solution.Groups["code"].Value));
        }
        return checkpoints;
    }

    /// <summary>The text of a notebook in which every checkpoint is answered by its own folded solution.</summary>
    public static string Solve(CourseNotebook notebook)
    {
        JsonNode document = JsonNode.Parse(notebook.Text)!;
        foreach (Checkpoint checkpoint in Of(notebook))
        {
            document["cells"]![checkpoint.Starter.Number - 1]!["source"] = checkpoint.Solution;
        }
        return document.ToJsonString();
    }

    [GeneratedRegex(@"^checkpoint-\d+$")]
    private static partial Regex Id();

    [GeneratedRegex(@"<details>\s*<summary>Hint</summary>(?<text>.+?)</details>", RegexOptions.Singleline)]
    private static partial Regex Hints();

    [GeneratedRegex(
        @"<details>\s*<summary>Solution</summary>(?:(?!</details>).)*?```csharp\n(?<code>.+?)\n```",
        RegexOptions.Singleline)]
    private static partial Regex Solutions();
}
