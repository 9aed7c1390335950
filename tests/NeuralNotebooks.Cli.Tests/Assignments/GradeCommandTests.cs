namespace NeuralNotebooks.Cli.Tests;

public sealed class GradeCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Output => Path.Combine(_folder.Path, "graded");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_class_is_graded_and_its_grades_are_written()
    {
        InvokedCommand command = await Grade(SubmittedClass.Submitted(_folder, 3));

        Assert.Equal(
            (ExitCode.Passed, "warning: --no-isolation: the code of submissions can read and change whatever you can."),
            (command.ExitCode, command.Error.Trim())
        );
        Assert.Contains("3 of 3 submissions graded.", command.Output, StringComparison.Ordinal);
        Assert.Equal(
            ["A1,,,s00,,,,2,0,2,2", "A1,,,s01,,,,1,0,1,2", "A1,,,s02,,,,0,0,0,2"],
            File.ReadAllLines(Path.Combine(Output, "grades.csv")).Skip(1)
        );
    }

    [Fact]
    public async Task A_submission_that_cannot_be_graded_is_named_and_has_an_empty_score()
    {
        string submitted = SubmittedClass.Submitted(_folder, 1);
        _folder.File("submitted/zoe/A1/A1.ipynb", "{");

        InvokedCommand command = await Grade(submitted);

        Assert.Equal(ExitCode.CellFailed, command.ExitCode);
        Assert.Contains(
            "zoe, A1 could not be graded: It is not a notebook that can be read: it is not JSON",
            command.Error,
            StringComparison.Ordinal
        );
        Assert.Equal(
            ["A1,,,s00,,,,2,0,2,2", "A1,,,zoe,,,,,0,,2"],
            File.ReadAllLines(Path.Combine(Output, "grades.csv")).Skip(1)
        );
    }

    [Fact]
    public async Task One_student_is_shown_with_all_that_happened()
    {
        InvokedCommand command = await Grade(SubmittedClass.Submitted(_folder, 3), "--only", "s01:double");

        Assert.Equal(ExitCode.Passed, command.ExitCode);
        foreach (
            string line in new[]
            {
                "double: 1 of 2 points",
                "passed: of 2",
                "lost (the value differs): of 3",
                "expected 6",
                "answered 9",
                "likely: it is squared",
            }
        )
            Assert.Contains(line, command.Output, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(Output, "s01")));
    }

    [Theory]
    [InlineData("s99", ExitCode.NotFound)]
    [InlineData("s01:half", ExitCode.Usage)]
    public async Task An_unknown_student_or_task_is_an_error(string only, int code)
        => Assert.Equal(code, (await Grade(SubmittedClass.Submitted(_folder, 3), "--only", only)).ExitCode);

    [Fact]
    public async Task What_is_not_there_is_not_found()
    {
        Assert.Equal(ExitCode.NotFound, (await Grade(Path.Combine(_folder.Path, "nothing"))).ExitCode);
        Assert.Equal(
            ExitCode.NotFound,
            (
                await InvokedCommand.Of(
                    "grade",
                    SubmittedClass.Submitted(_folder, 1),
                    "--source",
                    "nothing",
                    "--output",
                    Output
                )
            ).ExitCode
        );
        Assert.Equal(
            ExitCode.NotFound,
            (
                await InvokedCommand.Of("grade", "merge", Path.Combine(_folder.Path, "nothing"), "--output", Output)
            ).ExitCode
        );
    }

    [Fact]
    public async Task A_folder_without_submissions_and_a_source_that_is_not_an_assignment_are_errors()
    {
        Directory.CreateDirectory(Path.Combine(_folder.Path, "empty"));
        Assert.Equal(ExitCode.NotCSharp, (await Grade(Path.Combine(_folder.Path, "empty"))).ExitCode);
        Assert.Equal(
            ExitCode.NotCSharp,
            (
                await InvokedCommand.Of(
                    "grade",
                    SubmittedClass.Submitted(_folder, 1),
                    "--source",
                    _folder.Notebook("plain.ipynb", "1 + 1"),
                    "--output",
                    Output
                )
            ).ExitCode
        );
    }

    [Fact]
    public async Task A_source_with_errors_is_named_and_nothing_is_graded()
    {
        string source = _folder.Notebook("source/A2/A2.ipynb", "// TASK half: 2 points\nint Half(int x) => x / 2;");

        InvokedCommand command = await InvokedCommand.Of(
            "grade",
            SubmittedClass.Submitted(_folder, 1),
            "--source",
            source,
            "--output",
            Output,
            "--no-isolation"
        );

        Assert.Equal(ExitCode.NotCSharp, command.ExitCode);
        Assert.Contains("error: A2.ipynb, cell 1", command.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Output));
    }

    [Fact]
    public async Task The_help_has_the_exit_codes() =>
        Assert.Contains(
            "or one with errors",
            (await InvokedCommand.Of("grade", "--help")).Output,
            StringComparison.Ordinal
        );

    [Theory]
    [InlineData("--jobs", "0")]
    [InlineData("--shard", "5/4")]
    [InlineData("--shard", "auto/4")]
    [InlineData("--timeout", "0")]
    [InlineData("--memory", "1")]
    [InlineData("--import", "blackboard")]
    public async Task An_invalid_option_is_a_usage_error(params string[] option)
        => Assert.Equal(ExitCode.Usage, (await Grade(SubmittedClass.Submitted(_folder, 1), option)).ExitCode);

    private Task<InvokedCommand> Grade(string submitted, params string[] more) =>
        InvokedCommand.Of([
            "grade",
            submitted,
            "--source",
            SubmittedClass.Source(_folder),
            "--output",
            Output,
            "--no-isolation",
            .. more,
        ]);
}
