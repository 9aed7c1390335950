namespace Notebooks.Tests;

/// <summary>Runs notebooks in a program that is built around the C# kernel of .NET Interactive, a process for
/// each.</summary>
internal static class KernelPackage
{
    private static readonly TimeSpan _limit = TimeSpan.FromMinutes(10);

    public static HostCell[] Run(string program, CourseNotebook notebook)
    {
        // Such as bin/Debug/net10.0, the same for all projects.
        string built = Path.GetRelativePath(Repository.At("tests/Notebooks.Tests"), AppContext.BaseDirectory);
        string file = Repository.At(Path.Combine("tests", program, built, program + ".dll"));
        using TemporaryFolder folder = new();
        string outcome = folder.At("outcome.json"), path = notebook.Path;
        if (File.Exists(notebook.ClaimsPath))
        {
            path = folder.File(Path.GetFileName(path), notebook.Text);
            folder.File("kit.csx", File.ReadAllText(Path.Combine(CourseNotebook.Folder, "kit.csx")));
        }
        ProcessStartInfo start = new("dotnet", [file, path, outcome]) { Environment = { ["NN_QUICK"] = "1" } };
        (int exitCode, string output, string error) = Programs.Run(start, _limit);
        Assert.True(exitCode == 0, output + error);
        return JsonSerializer.Deserialize<HostCell[]>(File.ReadAllText(outcome))!;
    }
}
