namespace NeuralNotebooks.Cli.Tests;

public sealed class GradeCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Output => _folder.At("graded");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_class_gets_grades_and_pages_and_what_cannot_be_graded_is_named_and_has_an_empty_score()
    {
        string submitted = SubmittedClass.Submitted(_folder, 3),
            pages = _folder.At("pages");
        _folder.File("submitted/zoe/A1/A1.ipynb", "{");

        InvokedCommand graded = await Grade(submitted);

        Assert.Equal(ExitCode.CellFailed, graded.ExitCode);
        graded.Error.ShouldContain(
            "zoe, A1 could not be graded: It is not a notebook that can be read: it is not JSON"
        );
        Assert.Equal(
            ["A1,,,s00,,,,2,0,2,2", "A1,,,s01,,,,1,0,1,2", "A1,,,s02,,,,0,0,0,2", "A1,,,zoe,,,,,0,,2"],
            File.ReadAllLines(Path.Combine(Output, "grades.csv")).Skip(1)
        );
        File.ReadAllText(Path.Combine(Output, "index.html")).ShouldContain("it is squared");

        InvokedCommand command = await InvokedCommand.Of("feedback", Output, "--output", pages);

        Assert.Equal((ExitCode.Passed, ""), (command.ExitCode, command.Error));
        command.Output.ShouldStartWith("4 pages in ");
        Page("s00").ShouldContain("all 2 probes passed");
        Page("s01").ShouldContain("It is squared.");
        Page("zoe").ShouldContain("could not be graded");

        string Page(string student) => File.ReadAllText(Path.Combine(pages, student, "A1", "A1.html"));
    }

    [Fact]
    public async Task A_dry_run_counts_the_students_who_use_what_is_not_allowed_and_runs_and_stores_nothing()
    {
        string written = _folder.At("written"),
            submitted = SubmittedClass.Submitted(_folder, 3);
        foreach (string student in (string[])["eve", "mallory"])
            SubmittedClass.Submit(
                _folder,
                student,
                $"int Double(int x) {{ System.IO.File.WriteAllText(@\"{written}\", \"\"); return 2 * x; }}"
            );
        string source = SubmittedClass.Source(_folder);
        string[] before = Files();

        InvokedCommand command = await InvokedCommand.Of([
            "grade",
            submitted,
            "--source",
            source,
            "--dry-run",
            "--no-isolation",
        ]);

        Assert.Equal(ExitCode.Passed, command.ExitCode);
        Assert.Equal(
            [
                "2 students  A1, double: T:System.IO.File",
                "Nothing was run or stored. To allow one of these, write it into the source, into a cell whose first "
                    + "line is // ALLOWED double: // T:System.IO.File",
            ],
            command.Output.Trim().ReplaceLineEndings("\n").Split('\n')
        );
        Assert.Equal(before, Files());

        string[] Files() => [.. Directory.GetFiles(_folder.Path, "*", SearchOption.AllDirectories).Order()];
    }

    [Fact]
    public async Task Only_a_dry_run_needs_no_folder_for_results()
    {
        InvokedCommand command = await InvokedCommand.Of([
            "grade",
            SubmittedClass.Submitted(_folder, 1),
            "--source",
            SubmittedClass.Source(_folder),
        ]);

        Assert.Equal(ExitCode.Usage, command.ExitCode);
        command.Error.ShouldContain("Option '--output' is required.");
    }

    [Fact]
    public async Task What_was_withdrawn_leaves_and_what_was_damaged_is_graded_again()
    {
        string submitted = SubmittedClass.Submitted(_folder, 3);
        InvokedCommand first = await Grade(submitted);
        Assert.Equal(
            (ExitCode.Passed, "warning: --no-isolation: the code of submissions can read and change whatever you can."),
            (first.ExitCode, first.Error.Trim())
        );
        first.Output.ShouldContain("3 of 3 submissions graded.");
        Directory.Delete(Path.Combine(submitted, "s01"), recursive: true);
        string damaged = _folder.File("graded/s00/A1/answers.json", "{");

        InvokedCommand command = await Grade(submitted, "--resume");

        command.Error.ShouldContain(
            "note: s01, A1: it is not submitted any more, and is left out.",
            $"note: {damaged} is damaged: it is graded again."
        );
        command.Output.ShouldContain("2 of 2 submissions graded, 1 of them unchanged.");
        Assert.Equal(
            ["A1,,,s00,,,,2,0,2,2", "A1,,,s02,,,,0,0,0,2"],
            File.ReadAllLines(Path.Combine(Output, "grades.csv")).Skip(1)
        );
        Assert.DoesNotContain("s01", File.ReadAllText(Path.Combine(Output, "index.html")));
    }

    [Fact]
    public async Task Blind_results_bear_no_names_and_the_grades_do()
    {
        string submitted = SubmittedClass.Submitted(_folder, 2);
        _folder.File("submitted/students.csv", "id,last_name\ns00,Lovelace\ns01,Byron\n");
        _folder.File(
            "submitted/due.csv",
            "assignment,student,due,penalty,submitted\nA1,s01,2026-11-30,0.5,2026-12-01\n"
        );

        await Grade(submitted, "--blind");

        Assert.Equal(
            ["A1,,,s00,Lovelace,,,2,0,2,2", "A1,2026-11-30,,s01,Byron,,,1,0.5,0.5,2"],
            File.ReadAllLines(Path.Combine(Output, "grades.csv")).Skip(1).Order()
        );
        string[] named = ["grades.csv", "names.csv", "students.csv", "due.csv"];
        string[] others =
        [
            .. Directory
                .EnumerateFiles(Output, "*", SearchOption.AllDirectories)
                .Where(file => !named.Contains(Path.GetFileName(file))),
        ];
        Assert.NotEmpty(others);
        Assert.All(
            others,
            file => Assert.DoesNotMatch("s0[01]\\b|Lovelace|Byron", $"{file}\n{File.ReadAllText(file)}")
        );

        string pages = _folder.At("pages");
        await InvokedCommand.Of("feedback", Output, "--output", pages);
        Assert.Equal(["s00", "s01"], Directory.EnumerateDirectories(pages).Select(Path.GetFileName).Order());
        Assert.DoesNotMatch("s01\\b", File.ReadAllText(Path.Combine(pages, "s01", "A1", "A1.html")));
    }

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
