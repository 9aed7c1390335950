namespace NeuralNotebooks.Cli.Tests;

/// <summary>The script <c>nn</c> in a folder with few files, and a program in place of <c>dotnet</c>.</summary>
public sealed class ScriptTests : FolderedTests
{
    private const string Program = "src/NeuralNotebooks.Cli/bin/Debug/net10.0/nn.dll";

    public ScriptTests()
    {
        Folder.Program("root/nn", Repository.Read("nn"));
        Array.ForEach(
            [Program, "artifacts/kit/a", "notebooks/kit.csx", "build/a", "data/a", "Directory.a", "global.json"],
            file => Folder.File($"root/{file}", ""));
    }

    [Fact]
    public async Task It_builds_what_changed_and_runs_in_the_callers_folder_also_through_a_link()
    {
        Folder.Program("bin/dotnet", """
            #!/bin/sh
            [ "$1" != msbuild ] || { echo "Build succeeded."; exit; }
            echo "$PWD"
            for word; do echo "[$word]"; done
            exit 7

            """);
        SymbolicLink.Create(Folder.At("link"), Folder.At("root/nn"));

        (int code, string output, string error) = await Run("./link run 'my notebook.ipynb' --jobs 2");

        Assert.Equal(7, code);
        string[] words = [Folder.At($"root/{Program}"), "run", "my notebook.ipynb", "--jobs", "2"];
        Assert.Equal([Folder.Path, .. words.Select(word => $"[{word}]")], output.TrimEnd().Split('\n'));
        Assert.Equal("Building nn …\nBuild succeeded.", error.Trim());
        Assert.Equal("", (await Run("./link")).Error);
        Folder.File("root/src/changed.cs", "");
        Assert.Equal("Building nn …\nBuild succeeded.", (await Run("./link")).Error.Trim());
        Folder.Program("bin/uname", "#!/bin/sh\necho another system\n");
        Assert.Equal("Building nn …\nBuild succeeded.", (await Run("./link")).Error.Trim());
    }

    [Fact]
    public async Task Without_the_SDK_it_says_where_to_get_it()
    {
        Directory.CreateDirectory(Folder.At("bin"));
        (int code, _, string error) = await Run("root/nn");

        Assert.Equal(127, code);
        error.ShouldContain("https://dotnet.microsoft.com/download");
    }

    [Fact]
    public async Task In_a_terminal_a_line_shows_the_build_and_errors_stay()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/script"), "Needs the program script, which opens a terminal.");
        Folder.Program("bin/dotnet", """
            #!/bin/sh
            case $1 in
                msbuild)
                    printf '%s\n' "Restored /a.csproj" "  A -> /bin/A.dll" "a.cs(1,1): error CS1: no"
                    [ ! -e root/src/fails ] || exit 3 ;;
                *) echo "runs $*" ;;
            esac

            """);
        string script = $"/usr/bin/script -qec 'root/nn doctor' /dev/null";

        (int code, string output, _) = await Run(script);
        Folder.File("root/src/fails", "");
        (int failed, string ofFailure, _) = await Run(script);

        Assert.Equal((0, 3), (code, failed));
        output.ShouldContain("Building nn: A", "a.cs(1,1): error CS1: no\r\n", "/nn.dll doctor");
        output.Replace("\e", "").ShouldNotContain("A.dll", "Restored");
        ofFailure.ShouldContain("error CS1");
        ofFailure.ShouldNotContain("runs");
    }

    private async Task<(int ExitCode, string Output, string Error)> Run(string command)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The script is for a POSIX shell.");
        string tools = Folder.At("tools");
        Directory.CreateDirectory(tools);
        foreach (string tool in (string[])["sh", "dirname", "realpath", "find", "sort", "cat", "mkdir", "mv", "uname"])
            if (!File.Exists(Path.Combine(tools, tool)))
                SymbolicLink.Create(
                    Path.Combine(tools, tool), Programs.Run("sh", "-c", $"command -v {tool}").Output.Trim());
        var start = new ProcessStartInfo("/bin/sh", ["-c", command])
        {
            WorkingDirectory = Folder.Path,
            Environment = { ["PATH"] = $"{Folder.At("bin")}:{tools}", ["SHELL"] = "/bin/sh" },
        };
        return await Task.Run(() => Programs.Run(start), Cancellation);
    }
}
