namespace NeuralNotebooks.Engine.Tests;

/// <summary>The source of an assignment: the kit need not be beside it.</summary>
public sealed class SourceOfAssignmentTests : FolderedTests
{
    [Theory]
    [Cases(false, true)]
    public async Task The_folders_own_kit_comes_first_and_the_hosts_is_imported_if_there_is_none(bool own)
    {
        if (own)
            Folder.File("kit.csx", "int fromKit = 1;");
        using var session = new TestSession(
            new() { Folder = Folder.Path, KitScript = Folder.File("elsewhere/kit.csx", "int fromKit = 7;") }
        );

        Assert.Equal(own ? "1" : "7", await session.Value("#!import kit.csx\nfromKit"));
    }

    [Fact]
    public void The_kit_of_a_course_is_found_from_any_folder_in_it()
    {
        string script = Folder.File("assignments/kit.csx", "");

        Assert.Equal(
            script,
            BuiltKit.Above(Path.GetDirectoryName(Folder.File("assignments/source/A1/A1.ipynb", ""))!)?.Script
        );
        Assert.Null(BuiltKit.Above(Path.GetPathRoot(script)!));
    }
}
