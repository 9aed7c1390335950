namespace NeuralNotebooks.Runner.Tests;

/// <summary>Claims are cells of NAME.claims.cs, which run in a branch of the session of the notebook NAME.</summary>
public sealed class ClaimsTests : FolderedTests
{
    [Fact]
    public async Task A_claim_runs_right_after_its_cell_with_shared_names_and_what_it_declares_is_dropped()
    {
        NotebookRun run = await Run("""
            // %%
            int Twice(int x) => 2 * x;

            // %% later after=cell-1
            Twice(n)

            // %% first after=cell-0
            Twice(n)

            // %% shadows after=cell-1
            int n = 7;
            Twice(n)

            // %% last after=cell-1
            Twice(n)
            """);

        Assert.Null(run.Error);
        Assert.Equal(["first 4", "later 6", "shadows 14", "last 6"],
            run.ClaimRuns.Select(claim => $"{claim.Id} {claim.Shown()}"));
        Assert.Equal("3", run.Cells[2].Shown());

        var executed = new ExecutedNotebooks(Folder.At("out"), [run.Path]);
        Notebook written = Notebook.Read(executed.Write(run)!);
        Assert.Equal(3, written.Cells.Count);
        Assert.Equal(["later", "first", "shadows", "last"],
            ExecutedNotebooks.ClaimsIn(run.Path, written).All.Select(claim => claim.Cell.Id));
    }

    [Theory]
    [Cases(
        "int one = 1;\nthrow new Exception(\"n is 3\");", 4, "n is 3",
        "Count();\nNone();", 4, "The name 'None' does not exist in the current context",
        "n = 5;", 3, "The claim changes n, a variable of the notebook.",
        "(w[0], var two) = (5, 6);", 3, "The claim changes w, a variable of the notebook.",
        "Count();", 3, "The claim changes n, a variable of the notebook.",
        "list.Add(1);", 3, "The claim changes list, a variable of the notebook.",
        "\n#r \"nuget: Some.Package\"", 4, "This has an effect on the notebook, which a claim must not have.")]
    public async Task A_claim_that_fails_or_changes_the_session_fails_the_run_with_its_line(
        string code, int line, string message)
    {
        NotebookRun run = await Run($"// %% good after=cell-1\n// %% bad after=cell-2\n{code}\n");

        Assert.Equal((RunStatus.Failed, 3), (run.Status, run.PassedCells));
        Assert.Equal($"notebook.claims.cs, line {line}", run.Error!.Where);
        Assert.Equal(message, run.Error.Message);
    }

    [Theory]
    [Cases(
        "\n// %% one after=cell-9\n1", "notebook.claims.cs, line 2", "There is no cell cell-9 in notebook.ipynb.",
        "// %% a after=cell-1\n// %% a after=cell-2", "notebook.claims.cs",
        "The cells of lines 1 and 2 have the name a. Cells must have different names.")]
    public async Task Without_the_cell_or_with_a_file_that_cannot_be_read_nothing_runs(
        string claims, string where, string message)
    {
        NotebookRun run = await Run(claims);

        Assert.Equal((RunStatus.Failed, 0), (run.Status, run.Cells.Count));
        Assert.Equal((where, message), (run.Error!.Where, run.Error.Message));
    }

    [Fact]
    public async Task A_file_of_claims_is_no_notebook()
    {
        string notebook = Folder.Notebook("notebook.ipynb", "1"),
            claims = Folder.File("notebook.claims.cs", "// %% after=cell-0\n1"),
            lost = Folder.File("lost.claims.cs", "// %% after=cell-0\n1");

        Assert.Equal([lost, notebook], NotebookSelection.Of([Folder.Path]).Notebooks);
        Assert.Equal("It has the claims of notebook.ipynb: run that.", (await Runs.Of(claims)).Error!.Message);
        Assert.Equal("It has claims, and there is no notebook of its name beside it.",
            (await Runs.Of(lost)).Error!.Message);
    }

    private Task<NotebookRun> Run(string claims)
    {
        string path = Folder.Notebook(
            "notebook.ipynb",
            "int n = 2; double[] w = [1, 2]; var list = new List<int>(); void Count() => n++;", "n = 3;", "n");
        Folder.File("notebook.claims.cs", claims);
        return Runs.Of(path);
    }
}
