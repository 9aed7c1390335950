using System.IO.Compression;
using System.Security.Cryptography;
using System.Xml.Linq;

namespace NeuralNotebooks.Cli.Tests;

[Collection("Packing writes into the projects' own folders")]
public sealed partial class LibraryPackageTests(LibraryPackageTests.Packed packed)
    : IClassFixture<LibraryPackageTests.Packed>
{
    private const string Project = "NeuralNotebooks",
        Url = "https://github.com/someone/course";

    private EmptyFolder Folder => packed.Folder;

    [Fact]
    public async Task The_readme_trains_on_Iris_as_it_is_written_and_in_a_project_that_adds_the_package()
    {
        Nightly.Only();
        string example = Fence().Match(Repository.Read($"src/{Project}/README.md")).Groups[1].Value,
            project = Path.Combine(Folder.Path, "flowers");
        File.WriteAllText(Path.Combine(Folder.Path, "flowers.cs"), example);
        await Folder.DotnetAsync("new", "console", "-o", "flowers", "--no-restore");
        File.WriteAllText(Path.Combine(project, "Program.cs"), example.Split('\n', 3)[2]);
        await Folder.DotnetAsync("add", project, "package", Project);

        foreach (string[] run in (string[][])[["flowers.cs"], ["--project", project]])
        {
            string output = await Folder.DotnetAsync(["run", .. run]);
            Match said = Said().Match(output);
            Assert.True(said.Success, output);
            Assert.InRange(int.Parse(said.Groups["right"].Value, CultureInfo.InvariantCulture), 27, 30);
        }
    }

    [Fact]
    public void The_package_has_readme_licence_documentation_and_one_dependency()
    {
        using ZipArchive package = ZipFile.OpenRead(packed.Package);
        Assert.Equal(
            ["README.md", "lib/net10.0/NeuralNotebooks.dll", "lib/net10.0/NeuralNotebooks.xml"],
            package
                .Entries.Select(entry => entry.FullName)
                .Where(name => name == "README.md" || name.StartsWith("lib/", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal));
        using Stream stream = package.GetEntry($"{Project}.nuspec")!.Open();
        XElement metadata = XElement.Load(stream).Elements().Single();
        string? Value(string name) => metadata.Elements().SingleOrDefault(at => at.Name.LocalName == name)?.Value;
        Assert.Equal(("MIT", "README.md"), (Value("license"), Value("readme")));
        Assert.Equal(
            ["System.Numerics.Tensors"],
            metadata
                .Descendants()
                .Where(at => at.Name.LocalName == "dependency")
                .Select(at => at.Attribute("id")!.Value));
    }

    [Fact]
    public async Task Two_clones_of_a_release_give_the_same_bytes_which_name_the_repository_and_its_sources()
    {
        Nightly.Only();
        using var folder = new EmptyFolder();
        string[] first = await PackCloneAsync("first"), second = await PackCloneAsync("second");

        Assert.Equal(2, first.Length);
        Assert.Equal(Hashes(first), Hashes(second));
        using ZipArchive package = ZipFile.OpenRead(first[0]), symbols = ZipFile.OpenRead(first[1]);
        Text(package, $"{Project}.nuspec").ShouldContain(Url, "1.2.3");
        Text(symbols, "lib/net10.0/NeuralNotebooks.pdb").ShouldContain("raw.githubusercontent.com/someone/course/");

        async Task<string[]> PackCloneAsync(string name)
        {
            string output = Path.Combine(folder.Feed, name);
            await folder.RunAsync("git", "clone", "--quiet", Repository.Root, name);
            await folder.RunAsync("git", "-C", name, "remote", "set-url", "origin", Url);
            await folder.DotnetAsync(
                "pack", Path.Combine(name, "src", Project), "-o", output, "-v", "q", "-p:Version=1.2.3",
                "-p:ContinuousIntegrationBuild=true");
            return [.. Directory.EnumerateFiles(output).Order(StringComparer.Ordinal)];
        }

        static string Text(ZipArchive archive, string name)
        {
            using var reader = new StreamReader(archive.GetEntry(name)!.Open());
            return reader.ReadToEnd();
        }
    }

    private static IEnumerable<string> Hashes(IEnumerable<string> files) =>
        files.Select(file => Convert.ToHexString(SHA256.HashData(File.ReadAllBytes(file))));

    [GeneratedRegex("^```csharp\n(.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"The loss fell from 0\.\d\d to 0\.0\d\.\s+The network is right about (?<right>\d+) of 30 flowers")]
    private static partial Regex Said();

    public sealed class Packed : IAsyncLifetime
    {
        public EmptyFolder Folder { get; } = new();

        public string Package { get; private set; } = "";

        public async ValueTask InitializeAsync() => Package = (await Folder.PackAsync(Project))[0];

        public ValueTask DisposeAsync()
        {
            Folder.Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
