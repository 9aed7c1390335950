using System.IO.Compression;

namespace NeuralNotebooks.Interactive.Tests;

/// <summary>Extensions in packages, and packages with assemblies that this program uses, too.</summary>
public sealed class PackageExtensionTests : FolderedTests
{
    [Fact]
    public async Task The_script_of_a_package_runs_once_and_shows_its_Markdown()
    {
        Directory.CreateDirectory(Folder.At("source"));
        Folder.File(
            "NuGet.config",
            "<configuration><config><add key=\"globalPackagesFolder\" value=\"packages\" /></config>"
                + "<packageSources><clear /></packageSources></configuration>");
        Pack("#!markdown\n# Extension\n\n#!csharp\nvar fromExtension = 41;\nConsole.Write(\"loaded\");");
        using TestSession session = InteractiveSession.Start(
            packages: new PackageRestore(Folder.Path, Folder.At("restored")));

        Shown first = await session.Run(
            $"#i \"nuget: {Folder.At("source")}\"\n#r \"nuget: Notebook.Extended\"\nfromExtension + 1");
        Shown again = await session.Run("#r \"nuget: Notebook.Extended, *-*\"\nfromExtension");

        Assert.Equal("[Installed Packages\nNotebook.Extended, 1.0.0][# Extension]loaded=42", first.Order);
        again.Order.ShouldEndWith("=41");
        again.Console.ShouldNotContain("loaded");
    }

    /// <summary>Packages of the feed: what the cell must show. The cells are compared with what
    /// <c>dotnet-interactive</c> shows, but for details of the layout.</summary>
    public static TheoryData<string, string, string> Packages => new()
    {
        { "Humanizer", "using Humanizer;\n12.ToWords()", "twelve" },
        { "MathNet.Numerics", "MathNet.Numerics.SpecialFunctions.Gamma(5)", "24" },
        {
            "Microsoft.Data.Analysis, 0.23.1",
            "new Microsoft.Data.Analysis.DataFrame(new Microsoft.Data.Analysis.StringDataFrameColumn(\"name\", "
                + "new[] { \"Oslo\" }))",
            "<th>name</th>"
        },
        { "Microsoft.ML", "new Microsoft.ML.MLContext(seed: 1).GetType().Name", "MLContext" },
        {
            "Microsoft.EntityFrameworkCore.Sqlite",
            "var connection = new Microsoft.Data.Sqlite.SqliteConnection(\"Data Source=:memory:\");\n"
                + "connection.Open();\nvar command = connection.CreateCommand();\n"
                + "command.CommandText = \"select 6 * 7\";\ncommand.ExecuteScalar()",
            "42"
        },
        {
            "SixLabors.ImageSharp",
            "new SixLabors.ImageSharp.Image<SixLabors.ImageSharp.PixelFormats.Rgba32>(3, 2).Width",
            "3"
        },
        { "SkiaSharp", "new SkiaSharp.SKPoint(1, 2).X", "1" },
        { "ScottPlot", "new ScottPlot.Plot().GetType().Name", "Plot" },
        {
            "Microsoft.SemanticKernel",
            "using Microsoft.SemanticKernel;\nMicrosoft.SemanticKernel.Kernel.CreateBuilder().Build().GetType().Name",
            "Kernel"
        },
        {
            "Plotly.NET.Interactive, 6.0.0",
            "#r \"nuget: Plotly.NET.CSharp, 0.14.0\"\n"
                + "Plotly.NET.CSharp.Chart.Line<int, int, string>(x: new[] { 1, 2 }, y: new[] { 1, 4 })",
            "nn-picture"
        },
        { "Microsoft.CodeAnalysis.CSharp, 5.0.0", "typeof(Microsoft.CodeAnalysis.SyntaxTree).Name", "SyntaxTree" },
        {
            "System.Linq.Async, 6.0.1",
            "(await AsyncEnumerable.Range(0, 3).Select(i => i + 1).ToListAsync()).Sum()",
            "6"
        },
        { "System.Text.Json", "System.Text.Json.JsonSerializer.Serialize(new[] { 1 })", "[1]" },
    };

    [Theory]
    [MemberData(nameof(Packages))]
    public async Task A_popular_package_works(string package, string cell, string expected)
    {
        Nightly.Only();
        string path = Folder.Notebook("package.ipynb", $"#r \"nuget: {package}\"", cell);

        NotebookRun run = await new NotebookRunner(new RunOptions { KeepGoing = true }).RunAsync(
            path, cancellation: TestContext.Current.CancellationToken);

        Assert.SkipWhen(
            run.Error?.Message.Contains("NU1101") == true || run.Error?.Message.Contains("NU1301") == true,
            "No feed has the package.");
        Assert.Equal(RunStatus.Passed, run.Status);
        MimeBundle shown = run.Cells[1].Outputs.OfType<ExecuteResult>().Single().Data;
        string.Concat(shown.Types.Select(type => shown.Text(type))).ShouldContain(expected);
    }

    private void Pack(string script)
    {
        using ZipArchive package = ZipFile.Open(
            Folder.At("source/Notebook.Extended.1.0.0.nupkg"), ZipArchiveMode.Create);
        Write("interactive-extensions/dotnet/extension.dib", script);
        Write(
            "Notebook.Extended.nuspec",
            "<package><metadata><id>Notebook.Extended</id><version>1.0.0</version><authors>tests</authors>"
                + "<description>An extension.</description></metadata></package>");

        void Write(string name, string text)
        {
            using var writer = new StreamWriter(package.CreateEntry(name).Open());
            writer.Write(text);
        }
    }
}
