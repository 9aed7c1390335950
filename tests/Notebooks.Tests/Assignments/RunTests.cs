using NeuralNotebooks.Engine;
using NeuralNotebooks.Runner;

namespace Notebooks.Tests.Assignments;

public class RunTests
{
    [Theory]
    [EveryAssignment(Daily = 2)] // The later ones train for long.
    public async Task The_solutions_pass_their_visible_checks_and_agree_with_independent_values(CourseNotebook notebook)
    {
        JsonNode document = JsonNode.Parse(notebook.Text)!;
        string claims = IndependentValues.For(Path.GetFileNameWithoutExtension(notebook.Path));
        document["cells"]!
            .AsArray()
            .Add(
                new JsonObject
                {
                    ["cell_type"] = "code",
                    ["execution_count"] = null,
                    ["id"] = "independent",
                    ["metadata"] = new JsonObject(),
                    ["outputs"] = new JsonArray(),
                    ["source"] = claims,
                });

        NotebookRun run = await CourseRuns.RunCopyAsync(
            notebook, document.ToJsonString(), Path.Combine(Path.GetDirectoryName(notebook.Path)!, "kit.csx"), new());

        Assert.True(run.Status == RunStatus.Passed, $"{run.Error?.Where}: {run.Error?.Message}");
        Assert.All(
            Verdicts(run),
            verdict =>
                Assert.True(
                    verdict.Text.StartsWith("Correct", StringComparison.Ordinal) || verdict.Id == "tests-by-hand",
                    $"{verdict.Id}: {verdict.Text}"));
        Assert.Equal(
            notebook.Cells.Count(cell => cell.Id.StartsWith("tests-", StringComparison.Ordinal)),
            Verdicts(run).Count());
    }

    [Theory]
    [EveryAssignment]
    public async Task The_students_version_runs_to_its_end_with_nothing_done(CourseNotebook notebook)
    {
        Nightly.Only();
        NotebookRun run = await CourseRuns.RunCopyAsync(
            notebook,
            StudentVersion.Of(SourceReader.Read(notebook.Path)).ToJson(),
            Path.Combine(CourseNotebook.Folder, "kit.csx"),
            new());

        Assert.True(run.Status == RunStatus.Passed, $"{run.Error?.Where}: {run.Error?.Message}");
        Assert.NotEmpty(Verdicts(run));
        Assert.All(
            Verdicts(run),
            verdict =>
                verdict.Text.ShouldStartWith(verdict.Id == "tests-by-hand" ? "Not yet." : "Not begun."));
    }

    /// <summary>What the visible checks report, by the id of their cell.</summary>
    private static IEnumerable<(string Id, string Text)> Verdicts(NotebookRun run) =>
        from cell in run.Cells
        where cell.Id.StartsWith("tests-", StringComparison.Ordinal)
        from result in cell.Outputs.OfType<ExecuteResult>()
        select (cell.Id, result.Data.Text(MimeBundle.PlainText)!);
}
