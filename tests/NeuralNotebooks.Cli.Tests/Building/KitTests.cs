namespace NeuralNotebooks.Cli.Tests;

/// <summary>How a build fills the kit from an output folder.</summary>
public class KitTests : FolderedTests
{
    [Fact]
    public void Other_charts_leave_no_assembly_of_those_before_in_the_kit()
    {
        Folder.File("notebooks/any.txt", "");
        Folder.File("assignments/any.txt", "");
        Folder.File("out/Course.dll", "course");
        Folder.File("out/Plotly.NET.Offline.dll", "offline");
        Assert.Equal(["Course.dll", "Plotly.NET.Offline.dll"], Filled());

        // Files that remain are not newer than the kit.
        File.Delete(Folder.At("out/Plotly.NET.Offline.dll"));
        Assert.Equal(["Course.dll"], Filled());

        Folder.File("out/Plotly.NET.dll", "package");
        Assert.Equal(["Course.dll", "Plotly.NET.dll"], Filled());
        Assert.False(Directory.Exists(Folder.At("artifacts/kit-old")));
    }

    /// <summary>The files of the kit after a build.</summary>
    private IEnumerable<string?> Filled()
    {
        string kit = Folder.At("artifacts/kit");
        (int code, string output) = new TargetsAlone(Folder).Try(
            "Kit.targets", "FillKit", $"KitFolder={kit}/", $"OutDir={Folder.At("out")}/");
        Assert.True(code == 0, output);
        return Directory.EnumerateFiles(kit).Select(Path.GetFileName).Order(StringComparer.Ordinal);
    }
}
