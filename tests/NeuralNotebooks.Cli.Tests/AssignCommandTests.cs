namespace NeuralNotebooks.Cli.Tests;

public sealed class AssignCommandTests : IDisposable
{
    private const string Task = "// TASK gate: 2 points\ndouble Gate(double x, double dz)\n{\n    // BEGIN SOLUTION\n    return x * dz;\n    // END SOLUTION\n}";
    private const string Tests = "// TESTS gate\n// BEGIN HIDDEN TESTS\nProbe(\"at (3, 2)\", Gate(3, 2));\nProbe(\"at (1, 5)\", Gate(1, 5));\n// END HIDDEN TESTS";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Release_writes_the_students_version_and_says_where()
    {
        string output = Path.Combine(_folder.Path, "course");

        InvokedCommand release = await InvokedCommand.Of("assign", "release", Source("A1", Task, Tests), "--output", output);

        Assert.Equal((ExitCode.Passed, ""), (release.ExitCode, release.Error));
        Assert.Contains("A1: 1 task, 2 points", release.Output, StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(output, "release", "A1", "A1.ipynb")));
        Assert.True(File.Exists(Path.Combine(output, "release", "A1.zip")));
    }

    [Fact]
    public async Task A_folder_of_sources_is_released_whole()
    {
        Source("A1", Task, Tests);
        Source("A2", Task, Tests);

        InvokedCommand release = await InvokedCommand.Of("assign", "release", Path.Combine(_folder.Path, "source"), "--output", _folder.Path);

        Assert.Equal(ExitCode.Passed, release.ExitCode);
        Assert.Equal(["A1", "A2"], Directory.GetDirectories(Path.Combine(_folder.Path, "release")).Select(Path.GetFileName).Order());
    }

    [Fact]
    public async Task Problems_of_a_source_are_named_and_nothing_is_released()
    {
        InvokedCommand release = await InvokedCommand.Of("assign", "release", Source("A1", Task), "--output", _folder.Path);

        Assert.Equal(ExitCode.CellFailed, release.ExitCode);
        Assert.Contains("error: A1.ipynb, cell 1, line 1: The task gate has no tests.", release.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(_folder.Path, "release")));
    }

    [Fact]
    public async Task A_source_that_is_not_there_is_not_found()
        => Assert.Equal(ExitCode.NotFound, (await InvokedCommand.Of("assign", "release", Path.Combine(_folder.Path, "none.ipynb"), "--output", _folder.Path)).ExitCode);

    [Fact]
    public async Task A_notebook_without_tasks_is_no_assignment()
        => Assert.Equal(ExitCode.NotCSharp, (await InvokedCommand.Of("assign", "release", Source("A1", "int a = 1;"), "--output", _folder.Path)).ExitCode);

    [Fact]
    public async Task A_command_without_sources_is_not_understood()
        => Assert.Equal(ExitCode.Usage, (await InvokedCommand.Of("assign", "release")).ExitCode);

    [Fact]
    public async Task The_help_has_an_example()
        => Assert.Contains("nn assign release assignments/source", (await InvokedCommand.Of("assign", "release", "--help")).Output, StringComparison.Ordinal);

    private string Source(string name, params string[] cells) => _folder.Notebook($"source/{name}/{name}.ipynb", cells);
}
