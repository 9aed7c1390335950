using System.Xml.Linq;

namespace NeuralNotebooks.Cli.Tests;

/// <summary>References between the folders at the top of a project point one way: no folder reaches itself. Files
/// beside the project file count as the folder ".".</summary>
public class FolderTests
{
    public static TheoryData<string> Projects =>
        [
            .. Directory.GetDirectories(Repository.At("src")).Select(Path.GetFileName).OfType<string>()
                .Where(name => File.Exists(ProjectFile(name)))
                .Order(),
        ];

    [Theory]
    [MemberData(nameof(Projects))]
    public void Folders_refer_to_each_other_in_one_direction_only(string project)
    {
        FolderArrow[] found = [.. LeadingIntoCycles(ArrowsOf(project))];

        Assert.True(found.Length == 0, string.Join("\n", found.Select(arrow => arrow.ToString())));
    }

    [Theory]
    [InlineData("NeuralNotebooks.Judge", "Compiling", ".")]
    [InlineData("NeuralNotebooks.Judge", "Evaluating", ".")]
    [InlineData("NeuralNotebooks.Jupyter", "Installation")]
    [InlineData("NeuralNotebooks.Jupyter", "Kernel", ".")]
    [InlineData("NeuralNotebooks.Runner", "InNotebookProcess")]
    public void Code_of_one_process_is_not_used_by_the_folders_of_another(
        string project, string folder, params string[] users) =>
        Assert.Equal(users, ArrowsOf(project).Where(arrow => arrow.To == folder).Select(arrow => arrow.From));

    /// <summary>The references that remain when references to folders without outgoing references are removed
    /// repeatedly: those that belong to a cycle.</summary>
    private static IReadOnlyList<FolderArrow> LeadingIntoCycles(IReadOnlyList<FolderArrow> arrows)
    {
        FolderArrow[] left = [.. arrows.Where(arrow => arrows.Any(onward => onward.From == arrow.To))];
        return left.Length == arrows.Count ? left : LeadingIntoCycles(left);
    }

    private static string[] Framework =>
        Directory.GetFiles(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "System.*.dll");

    private static string ProjectFile(string project) => Repository.At($"src/{project}/{project}.csproj");

    private static IReadOnlyList<FolderArrow> ArrowsOf(string project)
    {
        string root = Path.GetDirectoryName(ProjectFile(project))!;
        XDocument file = XDocument.Load(ProjectFile(project));
        string assembly = file.Descendants("AssemblyName").SingleOrDefault()?.Value ?? project;
        IEnumerable<(string Place, string Path)> own = Directory.GetFiles(root, "*.cs", SearchOption.AllDirectories)
            .Select(path => (Path.GetRelativePath(root, path), path));
        IEnumerable<(string Place, string Path)> linked = file.Descendants("Compile")
            .Where(item => item.Attribute("Link") is not null)
            .Select(item => (item.Attribute("Link")!.Value, Path.Combine(root, item.Attribute("Include")!.Value)));
        IEnumerable<SourceFile> sources =
            from source in own.Concat(linked)
            let parts = source.Place.Split('/', '\\')
            where parts[0] is not ("bin" or "obj")
            select new SourceFile(parts.Length > 1 ? parts[0] : ".", source.Place, File.ReadAllText(source.Path));

        IEnumerable<string> usings =
            from list in (XDocument[])[file, XDocument.Load(Repository.At("Directory.Build.props"))]
            from item in list.Descendants("Using")
            where item.Attribute("Alias") is null
            select $"{(item.Attribute("Static") is null ? "" : "static ")}{item.Attribute("Include")!.Value}";

        IEnumerable<string> built = new[] { AppContext.BaseDirectory, Repository.At("artifacts/kit") }
            .Where(Directory.Exists)
            .SelectMany(folder => Directory.GetFiles(folder, "*.dll"))
            .DistinctBy(Path.GetFileName)
            .Where(path => Path.GetFileNameWithoutExtension(path) != assembly);
        return FolderArrows.Read(assembly, sources, [.. Framework, .. built], usings);
    }
}
