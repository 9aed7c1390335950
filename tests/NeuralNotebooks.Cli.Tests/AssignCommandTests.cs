namespace NeuralNotebooks.Cli.Tests;

public sealed class AssignCommandTests : IDisposable
{
    private const string Task =
        "// TASK gate: 2 points\ndouble Gate(double x, double dz)\n{\n    // BEGIN SOLUTION\n    return x * "
        + "dz;\n    // END SOLUTION\n}";
    private const string Tests =
        "// TESTS gate\n// BEGIN HIDDEN TESTS\nProbe(\"at (3, 2)\", Gate(3, 2));\nProbe(\"at (1, 5)\", "
        + "Gate(1, 5));\n// END HIDDEN TESTS";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Release_writes_the_students_version_and_says_where()
    {
        string output = Path.Combine(_folder.Path, "course");

        InvokedCommand release = await InvokedCommand.Of(
            "assign",
            "release",
            Source("A1", Task, Tests),
            "--output",
            output
        );

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

        InvokedCommand release = await InvokedCommand.Of(
            "assign",
            "release",
            Path.Combine(_folder.Path, "source"),
            "--output",
            _folder.Path
        );

        Assert.Equal(ExitCode.Passed, release.ExitCode);
        Assert.Equal(
            ["A1", "A2"],
            Directory.GetDirectories(Path.Combine(_folder.Path, "release")).Select(Path.GetFileName).Order()
        );
    }

    [Fact]
    public async Task Problems_of_a_source_are_named_and_nothing_is_released()
    {
        InvokedCommand release = await InvokedCommand.Of(
            "assign",
            "release",
            Source("A1", Task),
            "--output",
            _folder.Path
        );

        Assert.Equal(ExitCode.CellFailed, release.ExitCode);
        Assert.Contains(
            "error: A1.ipynb, cell 1, line 1: The task gate has no tests.",
            release.Error,
            StringComparison.Ordinal
        );
        Assert.False(Directory.Exists(Path.Combine(_folder.Path, "release")));
    }

    [Fact]
    public async Task Check_shows_which_probe_catches_which_mistake()
    {
        InvokedCommand check = await InvokedCommand.Of(
            "assign",
            "check",
            Source("A1", Task, Tests, "// MISTAKE gate: dz is added\ndouble Gate(double x, double dz) => x + dz;")
        );

        Assert.Equal((ExitCode.Passed, ""), (check.ExitCode, check.Error));
        Assert.Contains("gate: 2 points, 2 probes, 1 mistake", check.Output, StringComparison.Ordinal);
        Assert.Matches(@"dz is added +✗ +✗ +2", check.Output);
        Assert.Contains(
            "A1: 2 probes against 1 mistake: no errors, 1 piece of advice.",
            check.Output,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Check_names_a_mistake_that_loses_nothing()
    {
        InvokedCommand check = await InvokedCommand.Of(
            "assign",
            "check",
            Source("A1", Task, Tests, "// MISTAKE gate: none\ndouble Gate(double x, double dz) => dz * x;")
        );

        Assert.Equal(ExitCode.CellFailed, check.ExitCode);
        Assert.Contains(
            "error: A1.ipynb, cell 3, line 1: This mistake loses no point",
            check.Output,
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("check")]
    [InlineData("release")]
    public async Task The_help_has_an_example_and_the_exit_codes(string command)
    {
        InvokedCommand help = await InvokedCommand.Of("assign", command, "--help");

        Assert.Contains($"nn assign {command} assignments/source", help.Output, StringComparison.Ordinal);
        Assert.Contains("a file is no notebook, or has no task", help.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_source_that_is_not_there_is_not_found() =>
        Assert.Equal(
            ExitCode.NotFound,
            (
                await InvokedCommand.Of(
                    "assign",
                    "release",
                    Path.Combine(_folder.Path, "none.ipynb"),
                    "--output",
                    _folder.Path
                )
            ).ExitCode
        );

    [Fact]
    public async Task A_notebook_without_tasks_is_not_an_assignment() =>
        Assert.Equal(
            ExitCode.NotCSharp,
            (
                await InvokedCommand.Of("assign", "release", Source("A1", "int a = 1;"), "--output", _folder.Path)
            ).ExitCode
        );

    [Fact]
    public async Task A_command_without_sources_is_not_understood()
        => Assert.Equal(ExitCode.Usage, (await InvokedCommand.Of("assign", "release")).ExitCode);

    private string Source(string name, params string[] cells) => _folder.Notebook($"source/{name}/{name}.ipynb", cells);
}
