using System.IO.Compression;
using NeuralNotebooks.Classroom;

namespace NeuralNotebooks.Cli.Tests;

/// <summary>nn as a tool: packed once, and installed into a folder outside of the repository.</summary>
[Collection("Packing writes into the projects' own folders")]
public sealed partial class ToolPackageTests(ToolPackageTests.Installed installed)
    : IClassFixture<ToolPackageTests.Installed>
{
    private const string Project = "NeuralNotebooks.Cli",
        Tool = "tools/net10.0/any/";
    private const int MaxMegabytes = 57;

    private EmptyFolder Folder => installed.Folder;

    [Fact]
    public void It_is_one_package_for_all_systems_with_kit_kernel_and_live_pages_and_of_bounded_size()
    {
        using ZipArchive package = ZipFile.OpenRead(installed.Package);
        string[] files = [.. package.Entries.Select(entry => entry.FullName)];

        Assert.InRange(new FileInfo(installed.Package).Length, 1, MaxMegabytes * 1_000_000);
        Assert.Contains(Tool + "artifacts/kit/NeuralNotebooks.Course.dll", files);
        Assert.Contains(Tool + "NeuralNotebooks.Jupyter.runtimeconfig.json", files);
        Assert.Equal(installed.IsLive, files.Contains(Tool + "artifacts/live/boot.json"));
        Assert.Equal(files.Length, files.Distinct().Count());
        Assert.Empty(Ending(".pdb"));
        Assert.All(
            Ending(".dll"),
            assembly => Assert.True(
                IsIL(assembly), $"{assembly.FullName} has machine code for one system; others refuse it."));
        ZipArchiveEntry[] settings = Ending(".runtimeconfig.json");
        Assert.Equal(4, settings.Length);
        // Each of its programs starts if only a newer .NET is installed.
        Assert.All(settings, program => Read(program).ShouldContain("\"rollForward\": \"Major\""));

        ZipArchiveEntry[] Ending(string end) =>
            [.. package.Entries.Where(entry => entry.Name.EndsWith(end, StringComparison.Ordinal))];

        static string Read(ZipArchiveEntry file)
        {
            using var reader = new StreamReader(file.Open());
            return reader.ReadToEnd();
        }
    }

    [Fact]
    public async Task It_runs_a_notebook_of_the_kit_and_makes_and_serves_its_page()
    {
        Folder.Notebook("flowers.ipynb", "#!import kit.csx", "Iris.Load().Count");

        string output = await Folder.RunAsync(installed.Nn, "run", "flowers.ipynb");

        output.ShouldContain("1 of 1 notebooks passed");
        string site = Path.Combine(Folder.Path, "artifacts", "site");
        Assert.Matches(@"\b150\b", File.ReadAllText(Path.Combine(site, "flowers.html")));
        string live = Path.Combine(site, "live"), boot = Path.Combine(live, "boot.json");
        Assert.Equal(installed.IsLive, File.Exists(boot));
        string[] files = installed.IsLive
            ? [.. Name().Matches(File.ReadAllText(boot)).Select(match => match.Groups[1].Value)]
            : [];
        Assert.Equal(installed.IsLive, files.Length > 0);
        Assert.All(files, name => Assert.True(File.Exists(Path.Combine(live, name)), name));
        (await Folder.RunAsync(installed.Nn, "site")).ShouldContain("Site: ");

        using Process server = Folder.Start(installed.Nn, "serve", "--port", "0");
        try
        {
            CancellationToken cancellation = TestContext.Current.CancellationToken;
            string serving = await server.StandardOutput.ReadLineAsync(cancellation).AsTask()
                .WaitAsync(TimeSpan.FromMinutes(5), cancellation) ?? "";
            serving.ShouldContain("Serving ");
            using var client = new HttpClient { BaseAddress = new(Address().Match(serving).Value) };
            Assert.Matches(@"\b150\b", await client.GetStringAsync("flowers.html", cancellation));
        }
        finally
        {
            server.Kill(entireProcessTree: true);
        }
    }

    [Fact]
    public async Task It_needs_no_home_and_says_where_else_a_kernel_can_go()
    {
        Nightly.Only();
        Assert.SkipWhen(OperatingSystem.IsWindows(), "A home folder is read-only there by other means.");
        Folder.Notebook("one.ipynb", "1");

        // Nobody can write below a file, not even root.
        const string noHome = "HOME=/dev/null/home";
        string output = await Folder.RunAsync("env", noHome, installed.Nn, "run", "one.ipynb", "-o", "homeless");
        (int code, string refused) = await Folder.TryAsync("env", noHome, installed.Nn, "kernel", "install");

        output.ShouldContain("1 of 1 notebooks passed");
        Assert.Equal(1, code);
        refused.ShouldContain("/dev/null/home", "--prefix DIR");
    }

    [Fact]
    public async Task The_doctor_finds_all_that_is_needed()
    {
        string output = await Folder.RunAsync(installed.Nn, "doctor");

        output.ShouldContain("this program's own", "Everything that the course needs is installed.");
    }

    [Fact]
    public async Task The_kernel_is_installed_with_the_kit()
    {
        string prefix = Path.Combine(Folder.Path, "prefix");

        await Folder.RunAsync(installed.Nn, "kernel", "install", "--prefix", prefix);

        string spec = Directory.EnumerateFiles(prefix, "kernel.json", SearchOption.AllDirectories).First();
        string program = (string)JsonNode.Parse(File.ReadAllText(spec))!["argv"]![1]!;
        Assert.True(File.Exists(program), program);
        string there = Path.GetDirectoryName(program)!;
        Assert.True(File.Exists(Path.Combine(there, "artifacts/kit/NeuralNotebooks.Course.dll")), there);
    }

    [Fact]
    public async Task The_lines_of_its_readme_run_a_notebook_and_check_and_grade_a_new_assignment()
    {
        Nightly.Only();
        Assert.SkipWhen(OperatingSystem.IsWindows(), "A POSIX shell runs them.");
        Folder.Notebook("my.ipynb", "1 + 1");
        await Folder.RunAsync(installed.Nn, "new", "assignment", "source/A1-mean");
        await Folder.RunAsync(installed.Nn, "assign", "release", "source", "--output", "course");
        string released = File.ReadAllText(Path.Combine(Folder.Path, "course/release/A1-mean/A1-mean.ipynb"));
        Submit("ada", released.Replace("throw new NotImplementedException();", "return x.Sum() / x.Length;")
            .Replace("*Your answer here.*", "The mean."));
        Submit("bob", released);
        bool isIsolated = (await IsolationCheck.FindAsync(TestContext.Current.CancellationToken)).IsIsolated;
        // It is installed, and a server has no end.
        string[] lines =
        [
            .. DocumentedCommands.All($"src/{Project}/README.md").Where(command =>
                command.StartsWith("nn ", StringComparison.Ordinal)
                && !command.StartsWith("nn serve", StringComparison.Ordinal)),
        ];
        Assert.Equal(5, lines.Length);

        // A home that is not there yet.
        string home = Path.Combine(Folder.Path, "home");
        string begin = $"export HOME='{home}' PATH='{Path.GetDirectoryName(installed.Nn)}':\"$PATH\"\n";
        const string grade = "--output graded";
        string text = string.Join('\n', lines).Replace(grade, isIsolated ? grade : $"{grade} --no-isolation");
        string output = await Folder.RunAsync("sh", "-ec", begin + text);

        output.ShouldContain($"in {home}/");
        Grades()[1].ShouldEndWith(",,0,,9"); // Her text waits for a mark.
        await Folder.RunAsync("sh", "-ec", $"{begin}{text.Split('\n').Single(IsGrading)} --resume --partial");
        string[] grades = Grades();
        Assert.True(grades.Length == 3, output);
        grades[1].ShouldEndWith(",4,0,4,9");
        grades[2].ShouldEndWith(",0,0,0,9");

        string[] Grades() => File.ReadAllLines(Path.Combine(Folder.Path, "graded", "grades.csv"));

        static bool IsGrading(string line) => line.StartsWith("nn grade ", StringComparison.Ordinal);

        void Submit(string student, string notebook)
        {
            string folder = Path.Combine(Folder.Path, "submitted", student, "A1-mean");
            File.WriteAllText(Path.Combine(Directory.CreateDirectory(folder).FullName, "A1-mean.ipynb"), notebook);
        }
    }

    [Fact]
    public async Task Packing_twice_gives_the_same_bytes()
    {
        Nightly.Only();
        using var again = new EmptyFolder();

        string file = Assert.Single(await again.PackAsync(Project, installed.Options));

        Assert.Equal(File.ReadAllBytes(installed.Package), File.ReadAllBytes(file));
    }

    /// <summary>Whether an assembly has no machine code: its header for managed code has no native header.</summary>
    private static bool IsIL(ZipArchiveEntry assembly)
    {
        using MemoryStream copy = new();
        using (Stream content = assembly.Open())
            content.CopyTo(copy);
        copy.Position = 0;
        using var reader = new System.Reflection.PortableExecutable.PEReader(copy);
        return reader.PEHeaders.CorHeader!.ManagedNativeHeaderDirectory.Size == 0;
    }

    [GeneratedRegex("\"name\":\"([^\"]+)")]
    private static partial Regex Name();

    [GeneratedRegex("http://[^ ]+")]
    private static partial Regex Address();

    public sealed class Installed : IAsyncLifetime
    {
        public EmptyFolder Folder { get; } = new();

        public string Package { get; private set; } = "";

        public string Nn { get; private set; } = "";

        public bool IsLive { get; } = File.Exists(Repository.At("artifacts/live/boot.json"));

        /// <summary>The parts of a tool that this build contains.</summary>
        public string[] Options => IsLive ? [] : ["-p:Live=false"];

        public async ValueTask InitializeAsync()
        {
            Package = (await Folder.PackAsync(Project, Options)).Single();
            string tools = Path.Combine(Folder.Path, "tools");
            await Folder.DotnetAsync("tool", "install", Project, "--tool-path", tools);
            Nn = Path.Combine(tools, OperatingSystem.IsWindows() ? "nn.exe" : "nn");
        }

        public ValueTask DisposeAsync()
        {
            Folder.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
