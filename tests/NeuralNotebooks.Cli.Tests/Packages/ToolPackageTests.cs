using System.Diagnostics;
using System.IO.Compression;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.RegularExpressions;
using NeuralNotebooks.Classroom;

namespace NeuralNotebooks.Cli.Tests;

/// <summary>nn as a tool: packed once, and installed into a folder outside of the repository.</summary>
[Collection("Packing writes into the projects' own folders")]
public sealed partial class ToolPackageTests(ToolPackageTests.Installed installed)
    : IClassFixture<ToolPackageTests.Installed>
{
    private const string Project = "NeuralNotebooks.Cli";
    private const int MaxMegabytes = 30;

    private EmptyFolder Folder => installed.Folder;

    [Fact]
    public void It_is_one_package_for_all_systems_with_kit_kernel_and_live_pages_and_of_bounded_size()
    {
        using ZipArchive package = ZipFile.OpenRead(installed.Package);
        string[] files = [.. package.Entries.Select(entry => entry.FullName)];
        const string tool = "tools/net10.0/any/";

        Assert.InRange(new FileInfo(installed.Package).Length, 1, MaxMegabytes * 1_000_000);
        Assert.Contains(tool + "artifacts/kit/NeuralNotebooks.Course.dll", files);
        Assert.Contains(tool + "NeuralNotebooks.Jupyter.runtimeconfig.json", files);
        Assert.Equal(
            File.Exists(Repository.At("artifacts/live/boot.json")),
            files.Contains(tool + "artifacts/live/boot.json")
        );
        Assert.Equal(files.Length, files.Distinct().Count());
        Assert.DoesNotContain(files, file => file.EndsWith(".pdb", StringComparison.Ordinal));
        foreach (
            ZipArchiveEntry assembly in package.Entries.Where(entry =>
                entry.Name.EndsWith(".dll", StringComparison.Ordinal)
            )
        )
            Assert.True(
                IsIL(assembly) != assembly.FullName.StartsWith(tool + "runtimes/", StringComparison.Ordinal),
                $"{assembly.FullName}: machine code is for the system of its folder alone; others refuse it."
            );
    }

    [Fact]
    public void Each_of_its_programs_lists_the_compiler_s_machine_code_for_the_systems_that_have_it()
    {
        using ZipArchive package = ZipFile.OpenRead(installed.Package);
        const string tool = "tools/net10.0/any/";
        string[] there =
        [
            .. package.Entries.Select(entry => entry.FullName)
                .Where(name => name.StartsWith(tool + "runtimes/", StringComparison.Ordinal))
                .Select(name => name[tool.Length..])
                .Order(StringComparer.Ordinal),
        ];
        Assert.SkipWhen(there.Length == 0, "No feed has the package Microsoft.NETCore.App.Crossgen2.");

        ZipArchiveEntry[] lists =
        [
            .. package.Entries.Where(entry => entry.Name.EndsWith(".deps.json", StringComparison.Ordinal)),
        ];
        Assert.Equal(4, lists.Length);
        Assert.All(lists, list => Assert.Equal(there, TargetsIn(list.Open()).Order(StringComparer.Ordinal)));
    }

    [Fact]
    public async Task The_compiler_with_machine_code_is_loaded_on_a_system_that_has_it()
    {
        Nightly.Only();
        const string compiler = "Microsoft.CodeAnalysis.CSharp";
        Notebook(
            "compiler.ipynb",
            $"AppDomain.CurrentDomain.GetAssemblies().First(a => a.GetName().Name == \"{compiler}\").Location"
        );

        await Folder.RunAsync(installed.Nn, "run", "compiler.ipynb", "-o", "compiler");

        using ZipArchive package = ZipFile.OpenRead(installed.Package);
        string own = $"runtimes/{RuntimeInformation.RuntimeIdentifier}/lib/net10.0/{compiler}.dll";
        bool isThere = package.Entries.Any(entry => entry.FullName.EndsWith(own, StringComparison.Ordinal));
        string loaded = File.ReadAllText(Path.Combine(Folder.Path, "compiler", "notebooks", "compiler.ipynb"));
        Assert.Equal(isThere, loaded.Replace("\\\\", "/", StringComparison.Ordinal).Contains(own));
    }

    [Fact]
    public void Each_of_its_programs_starts_where_only_a_newer_NET_is()
    {
        using ZipArchive package = ZipFile.OpenRead(installed.Package);
        ZipArchiveEntry[] programs =
        [
            .. package.Entries.Where(entry => entry.Name.EndsWith(".runtimeconfig.json", StringComparison.Ordinal)),
        ];

        Assert.Equal(4, programs.Length);
        foreach (ZipArchiveEntry program in programs)
        {
            using JsonDocument settings = JsonDocument.Parse(program.Open());
            JsonElement options = settings.RootElement.GetProperty("runtimeOptions");
            Assert.Equal("Major", options.GetProperty("rollForward").GetString());
        }
    }

    [Fact]
    public async Task It_runs_a_notebook_of_the_kit_and_makes_and_serves_its_page()
    {
        Notebook("flowers.ipynb", "#!import kit.csx", "Iris.Load().Count");

        string output = await Folder.RunAsync(installed.Nn, "run", "flowers.ipynb");

        output.ShouldContain("1 of 1 notebooks passed");
        string site = Path.Combine(Folder.Path, "artifacts", "site");
        Assert.Matches(@"\b150\b", File.ReadAllText(Path.Combine(site, "flowers.html")));
        Assert.Equal(installed.IsLive, File.Exists(Path.Combine(site, "live", "boot.json")));
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
        Notebook("one.ipynb", "1");

        // Nobody can write below a file, not even root.
        const string noHome = "HOME=/dev/null/home";
        string output = await Folder.RunAsync("env", noHome, installed.Nn, "run", "one.ipynb", "-o", "homeless");
        (int code, string refused) = await Folder.TryAsync("env", noHome, installed.Nn, "kernel", "install");

        output.ShouldContain("1 of 1 notebooks passed");
        Assert.Equal(1, code);
        refused.ShouldContain("/dev/null/home", "--prefix DIR");
    }

    [Fact]
    public async Task A_feed_that_cannot_be_reached_is_named_in_a_sentence()
    {
        Nightly.Only();
        Notebook("feed.ipynb", "#i \"nuget: /no/such/feed\"\n#r \"nuget: No.Such.Package, 1.0.0\"");

        (int code, string output) = await Folder.TryAsync(installed.Nn, "run", "feed.ipynb", "-o", "unreached");

        Assert.Equal(1, code);
        output.ReplaceLineEndings(" ").ShouldContain("No.Such.Package could not be added", "/no/such/feed");
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
        using JsonDocument kernel = JsonDocument.Parse(File.ReadAllText(spec));
        string program = kernel
            .RootElement.GetProperty("argv")
            .EnumerateArray()
            .Select(argument => argument.GetString()!)
            .First(argument => argument.EndsWith(".dll", StringComparison.Ordinal));
        Assert.True(File.Exists(program), program);
        string there = Path.GetDirectoryName(program)!;
        Assert.All(
            [
                "artifacts/kit/NeuralNotebooks.Course.dll",
                .. TargetsIn(File.OpenRead(Path.ChangeExtension(program, ".deps.json"))),
            ],
            file => Assert.True(File.Exists(Path.Combine(there, file)), file)
        );
    }

    [Fact]
    public async Task The_lines_of_its_readme_run_a_notebook_and_check_and_grade_a_new_assignment()
    {
        Nightly.Only();
        Assert.SkipWhen(OperatingSystem.IsWindows(), "A POSIX shell runs them.");
        Notebook("my.ipynb", "1 + 1");
        await Folder.RunAsync(installed.Nn, "new", "assignment", "source/A1-mean");
        await Folder.RunAsync(installed.Nn, "assign", "release", "source", "--output", "course");
        string released = File.ReadAllText(Path.Combine(Folder.Path, "course/release/A1-mean/A1-mean.ipynb"));
        Submit("ada", released.Replace("throw new NotImplementedException();", "return x.Average();"));
        Submit("bob", released);
        bool isIsolated = (await IsolationCheck.FindAsync(TestContext.Current.CancellationToken)).IsIsolated;
        string readme = Repository.Read($"src/{Project}/README.md");
        // It is installed, and a server has no end.
        string[] lines = [.. Line().Matches(Fence().Match(readme).Value).Select(line => line.Value)];
        Assert.Equal(5, lines.Length);

        // A home that is not there yet.
        string home = Path.Combine(Folder.Path, "home");
        string begin = $"export HOME='{home}' PATH='{Path.GetDirectoryName(installed.Nn)}':\"$PATH\"\n";
        const string grade = "--output graded";
        string text = string.Join('\n', lines).Replace(grade, isIsolated ? grade : $"{grade} --no-isolation");
        string output = await Folder.RunAsync("sh", "-ec", begin + text);

        output.ShouldContain($"in {home}/");
        string[] grades = File.ReadAllLines(Path.Combine(Folder.Path, "graded", "grades.csv"));
        Assert.True(grades.Length == 3, output);
        grades[1].ShouldEndWith(",4,0,4,4");
        grades[2].ShouldEndWith(",0,0,0,4");

        void Submit(string student, string notebook)
        {
            string folder = Path.Combine(Folder.Path, "submitted", student, "A1-mean");
            File.WriteAllText(Path.Combine(Directory.CreateDirectory(folder).FullName, "A1-mean.ipynb"), notebook);
        }
    }

    [Fact]
    public async Task It_runs_once_without_being_installed()
    {
        Nightly.Only();

        string output = await Folder.DotnetAsync("tool", "exec", Project, "--yes", "--", "doctor");

        output.ShouldContain("this program's own");
    }

    [Fact]
    public async Task Packing_twice_gives_the_same_bytes()
    {
        Nightly.Only();
        using var again = new EmptyFolder();

        string file = Assert.Single(await again.PackAsync(Project));

        Assert.Equal(File.ReadAllBytes(installed.Package), File.ReadAllBytes(file));
    }

    private void Notebook(string name, params string[] cells)
    {
        using var folder = new TemporaryFolder();
        File.Copy(folder.Notebook(name, cells), Path.Combine(Folder.Path, name));
    }

    /// <summary>The files for one system only in a <c>.deps.json</c>.</summary>
    private static string[] TargetsIn(Stream dependencies)
    {
        using (dependencies)
        using (JsonDocument list = JsonDocument.Parse(dependencies))
            return
            [
                .. from target in list.RootElement.GetProperty("targets").EnumerateObject()
                from library in target.Value.EnumerateObject()
                where library.Value.TryGetProperty("runtimeTargets", out _)
                from file in library.Value.GetProperty("runtimeTargets").EnumerateObject()
                select file.Name,
            ];
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

    [GeneratedRegex("^```sh\n.*?^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex("http://[^ ]+")]
    private static partial Regex Address();

    [GeneratedRegex("^nn (?!serve)[^#\n]*", RegexOptions.Multiline)]
    private static partial Regex Line();

    /// <summary>The tool, packed into a feed and installed from there.</summary>
    public sealed class Installed : IAsyncLifetime
    {
        public EmptyFolder Folder { get; } = new();

        public string Package { get; private set; } = "";

        /// <summary>The command.</summary>
        public string Nn { get; private set; } = "";

        public bool IsLive { get; } = File.Exists(Repository.At("artifacts/live/boot.json"));

        public async ValueTask InitializeAsync()
        {
            Package = (await Folder.PackAsync(Project)).Single();
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
