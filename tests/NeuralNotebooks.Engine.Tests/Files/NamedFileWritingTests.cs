namespace NeuralNotebooks.Engine.Tests;

/// <summary>What is preserved of a file when its content is replaced.</summary>
public sealed class NamedFileWritingTests : FolderedTests
{
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        Public = Private | UnixFileMode.GroupRead | UnixFileMode.OtherRead,
        ReadOnly = UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    [Theory]
    [Cases(Private, Public, Private | UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.UserExecute)]
    public void A_file_keeps_its_mode(UnixFileMode mode)
    {
        string path = File("a.txt", mode),
            replaced = File("b.txt", mode);

        NamedFile.Write(path, "new");
        NamedFile.Replace(replaced, Folder.File("finished", "new"));

        Assert.Equal((mode, mode), (ModeOf(path), ModeOf(replaced)));
        Assert.Equal("new new", $"{Folder.Read("a.txt")} {Folder.Read("b.txt")}");
        Assert.Equal(["a.txt", "b.txt"], Names());
    }

    [Fact]
    public void A_read_only_file_is_refused_and_left_as_it_is()
    {
        string path = File("a.txt", ReadOnly),
            finished = Folder.File("finished", "new");

        Fails.With<UnauthorizedAccessException>($"{path} is read-only", () => NamedFile.Write(path, "new"));
        Fails.With<UnauthorizedAccessException>($"{path} is read-only", () => NamedFile.Replace(path, finished));

        Assert.Equal("old", Folder.Read("a.txt"));
        Assert.Equal(["a.txt", "finished"], Names());
    }

    [Fact]
    public void A_link_is_replaced_and_what_it_leads_to_is_not()
    {
        string target = File("target.txt", ReadOnly);
        SymbolicLink.Create(Folder.At("link.txt"), target);

        NamedFile.Write(Folder.At("link.txt"), "new");

        Assert.Equal("old new", $"{Folder.Read("target.txt")} {Folder.Read("link.txt")}");
    }

    /// <summary>The state of the folder if a process is killed before the new file replaces the old one.</summary>
    [Fact]
    public void What_a_killed_process_leaves_harms_nothing_and_is_removed_later()
    {
        string path = File("a.ipynb", Private);

        string left = NamedFile.WriteBeside(path, "half of it"u8.ToArray(), isPrivate: true);
        string running = NamedFile.WriteBeside(path, "of a program that still runs"u8.ToArray());
        string other = Folder.File(".a.ipynb.notes", "of the user");

        Assert.Equal("old", Folder.Read("a.ipynb"));
        Assert.Equal(Private, ModeOf(left));
        Assert.False(left.EndsWith(".ipynb", StringComparison.Ordinal), "It would be taken for a notebook.");
        System.IO.File.SetLastWriteTimeUtc(left, DateTime.UtcNow.AddDays(-1));
        System.IO.File.SetLastWriteTimeUtc(other, DateTime.UtcNow.AddDays(-1));
        NamedFile.Write(path, "new");

        Assert.Equal("new", Folder.Read("a.ipynb"));
        string?[] expected = [Path.GetFileName(other), Path.GetFileName(running), "a.ipynb"];
        Assert.Equal(expected.Order(StringComparer.Ordinal), Names());
    }

    private string File(string name, UnixFileMode mode)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no modes.");
        string path = Folder.File(name, "old");
        if (!OperatingSystem.IsWindows())
            System.IO.File.SetUnixFileMode(path, mode);
        return path;
    }

    private static UnixFileMode ModeOf(string path) => new FileInfo(path).UnixFileMode;

    private IEnumerable<string?> Names() =>
        Directory.EnumerateFiles(Folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal);
}
