namespace NeuralNotebooks.Runner.Tests;

public sealed class BuiltKitTests : FolderedTests
{
    [Fact]
    public void The_kit_of_a_course_is_found_from_any_folder_in_it()
    {
        string script = Folder.File("assignments/kit.csx", "");

        Assert.Equal(
            script, BuiltKit.Above(Path.GetDirectoryName(Folder.File("assignments/source/A1/A1.ipynb", ""))!)?.Script);
        Assert.Null(BuiltKit.Above(Path.GetPathRoot(script)!));
    }
}
