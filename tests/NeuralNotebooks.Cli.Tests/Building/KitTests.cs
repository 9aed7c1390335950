namespace NeuralNotebooks.Cli.Tests;

public class KitTests : FolderedTests
{
    [Fact]
    public void The_kit_has_no_assembly_that_the_build_no_longer_makes()
    {
        Nightly.Only();
        Folder.File("notebooks/any.txt", "");
        Folder.File("assignments/any.txt", "");
        Folder.File("out/Course.dll", "course");
        Folder.File("out/Old.dll", "old");
        Assert.Equal(["Course.dll", "Old.dll"], Filled());

        // Files that remain are not newer than the kit.
        File.Delete(Folder.At("out/Old.dll"));
        Assert.Equal(["Course.dll"], Filled());

        Folder.File("out/Plotly.NET.dll", "package");
        Assert.Equal(["Course.dll", "Plotly.NET.dll"], Filled());
        Assert.False(Directory.Exists(Folder.At("artifacts/kit-old")));
    }

    private IEnumerable<string?> Filled()
    {
        string kit = Folder.At("artifacts/kit");
        (int code, string output) = new TargetsAlone(Folder).Try(
            "Kit.targets", "FillKit", $"KitFolder={kit}/", $"OutDir={Folder.At("out")}/");
        Assert.True(code == 0, output);
        return Directory.EnumerateFiles(kit).Select(Path.GetFileName).Order(StringComparer.Ordinal);
    }
}
