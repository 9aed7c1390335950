using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace NeuralNotebooks.Cli.Tests;

/// <summary>Dependencies point one way: nn → {Jupyter, Classroom → Site} → Runner → Interactive → Engine, Classroom →
/// Assignments → Judge → {Engine, Messages}, Runner → Messages, Course → Plotting → {library, Plotly.NET}.</summary>
public class ArchitectureTests
{
    private const string Kit = "artifacts/kit", InNotebookProcess = "NeuralNotebooks.Runner.InNotebookProcess.";

    private static readonly Dictionary<string, string[]> _allowed = new()
    {
        ["NeuralNotebooks"] = [],
        ["NeuralNotebooks.Plotting"] = ["NeuralNotebooks"],
        ["NeuralNotebooks.Course"] = ["NeuralNotebooks", "NeuralNotebooks.Plotting"],
        ["NeuralNotebooks.Engine"] = [],
        ["NeuralNotebooks.Interactive"] = ["NeuralNotebooks.Engine"],
        ["NeuralNotebooks.Messages"] = [],
        ["NeuralNotebooks.Judge"] = ["NeuralNotebooks.Engine", "NeuralNotebooks.Messages"],
        ["NeuralNotebooks.Runner"] =
            ["NeuralNotebooks.Engine", "NeuralNotebooks.Interactive", "NeuralNotebooks.Messages"],
        ["NeuralNotebooks.Site"] = ["NeuralNotebooks.Engine", "NeuralNotebooks.Runner"],
        ["NeuralNotebooks.Jupyter"] = ["NeuralNotebooks.Engine", "NeuralNotebooks.Runner"],
        // A live page loads this, and neither the grader nor what starts processes.
        ["NeuralNotebooks.Assignments"] =
            ["NeuralNotebooks.Engine", "NeuralNotebooks.Judge", "NeuralNotebooks.Messages"],
        ["NeuralNotebooks.Classroom"] =
        [
            "NeuralNotebooks.Assignments", "NeuralNotebooks.Engine", "NeuralNotebooks.Judge",
            "NeuralNotebooks.Messages", "NeuralNotebooks.Runner", "NeuralNotebooks.Site",
        ],
        ["nn"] =
        [
            "NeuralNotebooks.Assignments", "NeuralNotebooks.Classroom", "NeuralNotebooks.Engine",
            "NeuralNotebooks.Messages", "NeuralNotebooks.Runner", "NeuralNotebooks.Jupyter", "NeuralNotebooks.Site",
        ],
    };

    /// <summary>The packages of the assemblies that depend on no other assembly of this repository.</summary>
    private static readonly Dictionary<string, string[]> _packages = new()
    {
        ["NeuralNotebooks"] = ["System.Numerics.Tensors"],
        ["NeuralNotebooks.Messages"] = [],
    };

    public static TheoryData<string> Assemblies => [.. _allowed.Keys];

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void An_assembly_references_only_the_layers_below_it_and_the_lowest_only_the_framework(string assembly)
    {
        List<string> references = References(assembly);
        string framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;

        Assert.Empty(references.Where(_allowed.ContainsKey).Except(_allowed[assembly]));
        if (_packages.TryGetValue(assembly, out string[]? packages))
            Assert.Empty(
                references.Where(name => !File.Exists(Path.Combine(framework, name + ".dll"))).Except(packages));
    }

    [Fact]
    public void The_engine_starts_no_process_and_opens_no_connection() =>
        Assert.DoesNotContain(
            UsedTypes("NeuralNotebooks.Engine"),
            type =>
                type.StartsWith("System.Diagnostics.Process", StringComparison.Ordinal)
                || type.StartsWith("System.IO.Pipes.", StringComparison.Ordinal)
                || (type.StartsWith("System.Net.", StringComparison.Ordinal) && type != "System.Net.WebUtility"));

    [Fact]
    public void The_runtime_does_not_find_the_API_of_NET_Interactive_by_itself()
    {
        // On its list of trusted assemblies, they would be used in place of newer ones in packages of a notebook.
        string[] files = [.. Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "interactive"), "*.dll")
            .Select(file => Path.GetFileName(file))];
        // The programs in which cells run.
        string[] programs = ["NeuralNotebooks.Runner.deps.json", "NeuralNotebooks.Jupyter.deps.json"];

        Assert.Contains("Microsoft.DotNet.Interactive.dll", files);
        Assert.All(programs, program =>
        {
            string listed = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, program));
            Assert.DoesNotContain(files, file => listed.Contains($"/{file}\"", StringComparison.Ordinal));
        });
    }

    [Fact]
    public void Only_the_worker_and_the_Jupyter_kernel_use_the_code_of_a_notebooks_process() =>
        Assert.Equal(
            ["NeuralNotebooks.Jupyter: NotebookSession"], // FolderTests has the folders of the runner.
            from assembly in _allowed.Keys
            from type in UsedTypes(assembly)
            where type.StartsWith(InNotebookProcess, StringComparison.Ordinal)
            select $"{assembly}: {type[InNotebookProcess.Length..]}");

    [Fact]
    public void One_reference_to_the_course_gives_a_notebook_all_of_the_kit()
    {
        List<string> references = References("NeuralNotebooks.Course");

        Assert.Contains("NeuralNotebooks", references);
        Assert.Contains("NeuralNotebooks.Plotting", references);
        Assert.Contains("Plotly.NET", references);
        Assert.Contains("Plotly.NET.CSharp", references);
    }

    [Fact]
    public void The_kit_has_no_compiler_of_its_own() =>
        Assert.Empty(Directory.GetFiles(Repository.At(Kit), "Microsoft.CodeAnalysis*"));

    [Fact]
    public void The_command_line_runs_notebooks_without_a_copy_of_the_library_beside_it()
    {
        // A host that has loaded the library would give its own copy to every notebook, whatever their #r says.
        string[] kit = ["NeuralNotebooks", "NeuralNotebooks.Plotting", "Plotly.NET", "Plotly.NET.CSharp"];
        Assert.All(kit, name => Assert.False(File.Exists(Path.Combine(AppContext.BaseDirectory, name + ".dll"))));
        Assert.True(File.Exists(Path.Combine(AppContext.BaseDirectory, "NeuralNotebooks.Engine.dll")));
    }

    private static string PathOf(string assembly) =>
        new[] { Repository.At(Kit), AppContext.BaseDirectory }
            .Select(folder => Path.Combine(folder, assembly + ".dll")).FirstOrDefault(File.Exists, assembly);

    /// <summary>The full names of the types of other assemblies that an assembly uses.</summary>
    private static List<string> UsedTypes(string assembly) => Read(assembly, metadata =>
        metadata.TypeReferences.Select(metadata.GetTypeReference)
            .Select(type => $"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}"));

    private static List<string> References(string assembly) => Read(assembly, metadata =>
        metadata.AssemblyReferences.Select(metadata.GetAssemblyReference)
            .Select(reference => metadata.GetString(reference.Name)));

    private static List<string> Read(string assembly, Func<MetadataReader, IEnumerable<string>> read)
    {
        using var file = new PEReader(File.OpenRead(PathOf(assembly)));
        return [.. read(file.GetMetadataReader())];
    }
}
