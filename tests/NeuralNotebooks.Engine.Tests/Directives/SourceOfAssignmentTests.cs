namespace NeuralNotebooks.Engine.Tests;

/// <summary>The source of an assignment: the kit need not be beside it.</summary>
public sealed class SourceOfAssignmentTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [Cases(false, true)]
    public async Task The_folders_own_kit_comes_first_and_the_hosts_is_imported_if_there_is_none(bool own)
    {
        if (own)
            _folder.File("kit.csx", "int fromKit = 1;");
        using var session = new TestSession(
            new() { Folder = _folder.Path, KitScript = _folder.File("elsewhere/kit.csx", "int fromKit = 7;") }
        );

        Assert.Equal(own ? "1" : "7", await session.Value("#!import kit.csx\nfromKit"));
    }

    [Fact]
    public void The_kit_of_a_course_is_found_from_any_folder_in_it()
    {
        string script = _folder.File("assignments/kit.csx", "");

        Assert.Equal(
            script,
            BuiltKit.Above(Path.GetDirectoryName(_folder.File("assignments/source/A1/A1.ipynb", ""))!)?.Script
        );
        Assert.Null(BuiltKit.Above(Path.GetPathRoot(script)!));
    }
}
