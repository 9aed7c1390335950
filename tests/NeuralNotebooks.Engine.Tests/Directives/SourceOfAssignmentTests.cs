namespace NeuralNotebooks.Engine.Tests;

/// <summary>What a session does for the source of an assignment: wrong solutions do not run, and the kit need not be
/// beside it.</summary>
public sealed class SourceOfAssignmentTests : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("engine-").FullName;

    public void Dispose() => Directory.Delete(_root, recursive: true);

    [Theory]
    [InlineData("// MISTAKE gate: the sign is wrong\nint F(int x) => -x;")]
    [InlineData("//MISTAKE gate : the sign is wrong\r\nint F(int x) => -x;")]
    [InlineData("// MISTAKES gate: Check.Gate\nint F(int x) => Wrong(x);")]
    [InlineData("// FORBIDDEN gate\nint F(int x) => -x;")]
    [InlineData("// ALLOWED gate\nint F(int x) => -x;")]
    public async Task A_wrong_solution_and_the_lists_do_not_run(string cell)
    {
        using var session = new TestSession(new SessionOptions { Folder = _root });
        await session.Run("int F(int x) => x;");

        Assert.True((await session.Run(cell)).Result.Succeeded);
        Assert.Equal("2", (await session.Run("F(2)")).Plain);
    }

    [Theory]
    [InlineData("// MISTAKEs are instructive\n1")]
    [InlineData("// FORBIDDEN gate is a film\n1")]
    [InlineData("\n// MISTAKE gate: not in the first line\n1")]
    public async Task Other_comments_are_comments(string cell)
    {
        using var session = new TestSession(new SessionOptions { Folder = _root });

        Assert.Equal("1", (await session.Run(cell)).Plain);
    }

    [Fact]
    public async Task The_hosts_kit_is_imported_if_the_folder_has_none()
    {
        using var session = new TestSession(
            new SessionOptions { Folder = _root, KitScript = Write("elsewhere/kit.csx", "int fromKit = 7;") }
        );

        Assert.Equal("7", (await session.Run("#!import kit.csx\nfromKit")).Plain);
    }

    [Fact]
    public async Task The_folders_own_kit_comes_first()
    {
        Write("kit.csx", "int fromKit = 1;");
        using var session = new TestSession(
            new SessionOptions { Folder = _root, KitScript = Write("elsewhere/kit.csx", "int fromKit = 7;") }
        );

        Assert.Equal("1", (await session.Run("#!import kit.csx\nfromKit")).Plain);
    }

    [Fact]
    public void The_kit_of_a_course_is_found_from_any_folder_in_it()
    {
        string script = Write("assignments/kit.csx", "");

        Assert.Equal(
            script,
            BuiltKit.Above(Directory.CreateDirectory(Path.Combine(_root, "assignments", "source", "A1")).FullName)
        );
        Assert.Null(BuiltKit.Above(Path.GetPathRoot(_root)!));
    }

    private string Write(string name, string text)
    {
        string path = Path.Combine([_root, .. name.Split('/')]);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }
}
