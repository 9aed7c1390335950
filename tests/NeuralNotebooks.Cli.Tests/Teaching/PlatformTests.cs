namespace NeuralNotebooks.Cli.Tests;

/// <summary>The scripts in <c>deploy/</c> that grade one submission on a platform.</summary>
public sealed class PlatformTests : FolderedTests
{
    [Fact]
    public async Task Gradescope_gets_each_task_as_a_test()
    {
        Nightly.Only();
        Move(SubmittedClass.Source(Folder), "source/source");
        Folder.File("submission_metadata.json", """{ "users": [{ "email": "con.ada@example.org" }] }""");
        Submit("submission");
        Directory.CreateDirectory(Folder.At("results"));

        JsonNode results = await Run("python3", "gradescope/run_autograder", "results/results.json");

        Assert.Equal(1, (double)results["score"]!);
        Assert.Equal(
            """[{"name":"double","score":1,"max_score":2,"output":"1 of 2 probes passed.""",
            results["tests"]!.ToJsonString()[..73]);
    }

    [Fact]
    public async Task PrairieLearn_gets_its_own_form()
    {
        Nightly.Only();
        Move(SubmittedClass.Source(Folder), "tests/source");
        Submit("student");

        JsonNode results = await Run("bash", "prairielearn/run.sh", "results/results.json");

        Assert.Equal(0.5, (double)results["score"]!);
        Assert.True((bool)results["gradable"]!);
    }

    [Fact]
    public async Task Classroom_50_gets_whole_numbers()
    {
        Nightly.Only();
        string source = SubmittedClass.Source(Folder);
        Submit("repository");
        Folder.Notebook("repository/A0.ipynb", "1 + 1");

        JsonNode result = await Run("python3", "classroom50/autograder.py", "repository/result.json", source);

        Assert.Equal("classroom50/result/v1", (string)result["schema"]!);
        Assert.Equal((100, 200), ((int)result["score"]!, (int)result["max-score"]!));
    }

    private void Submit(string folder) =>
        Folder.Notebook($"{folder}/A1.ipynb", "// TASK double: 2 points\nint Double(int x) => x * x;");

    private void Move(string source, string to)
    {
        string target = Folder.At(to);
        string aside = Folder.At("aside");
        Directory.Move(source, aside);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        Directory.Move(aside, target);
    }

    private async Task<JsonNode> Run(string program, string script, string results, string source = "")
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "The platforms grade on Linux.");
        Assert.SkipWhen(InstalledProgram.Ask(program, ["--version"]) is null, $"There is no {program}.");
        Classroom.IsolationReport isolation = await Classroom.IsolationCheck.FindAsync(Cancellation);
        Assert.SkipUnless(isolation.IsIsolated, "There is no sandbox.");
        string repository = Folder.At("repository");
        ProcessStartInfo start = new(program, [Repository.At($"deploy/{script}")])
        {
            WorkingDirectory = Directory.Exists(repository) ? repository : Folder.Path,
        };
        start.Environment["NN"] = $"{DotnetInstallation.Program} exec {typeof(CommandLine).Assembly.Location}";
        start.Environment["AUTOGRADER"] = start.Environment["GRADE"] = Folder.Path;
        if (source.Length > 0)
            start.Environment["NN_SOURCE"] = source;
        foreach (string name in "OWNER CLASSROOM ASSIGNMENT SUBMISSION_TAG COMMIT_URL RELEASE_URL".Split(' '))
            start.Environment[name] = name.ToLowerInvariant();

        (_, string output, string error) = await Task.Run(() => Programs.Run(start));

        string file = Folder.At(results);
        Assert.True(File.Exists(file), output + error);
        return JsonNode.Parse(File.ReadAllText(file))!;
    }
}
