namespace NeuralNotebooks.Cli.Tests;

public sealed class GradeCommandTests : FolderedTests
{
    private string Output => Folder.At("graded");

    [Fact]
    public async Task Blind_results_bear_no_names_and_the_grades_do()
    {
        string submitted = SubmittedClass.Submitted(Folder, 2);
        Folder.File("submitted/students.csv", "id,last_name\ns00,Lovelace\ns01,Byron\n");
        Folder.File(
            "submitted/due.csv",
            "assignment,student,due,penalty,submitted\nA1,s01,2026-11-30,0.5,2026-12-01\n"
        );

        string source = SubmittedClass.Source(Folder);
        await InvokedCommand.Of("grade", submitted, "-s", source, "-o", Output, "--no-isolation", "--blind");

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

        string pages = Folder.At("pages");
        await InvokedCommand.Of("feedback", Output, "--output", pages);
        Assert.Equal(["s00", "s01"], Directory.EnumerateDirectories(pages).Select(Path.GetFileName).Order());
        Assert.DoesNotMatch("s01\\b", File.ReadAllText(Path.Combine(pages, "s01", "A1", "A1.html")));
    }
}
