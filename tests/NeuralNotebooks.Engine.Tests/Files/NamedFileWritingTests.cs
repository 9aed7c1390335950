namespace NeuralNotebooks.Engine.Tests;

public sealed class NamedFileWritingTests : FolderedTests
{
    private const UnixFileMode Private = UnixFileMode.UserRead | UnixFileMode.UserWrite,
        Public = Private | UnixFileMode.GroupRead | UnixFileMode.OtherRead,
        ReadOnly = UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead;

    [Theory]
    [Cases(Private, Public, Private | UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.UserExecute)]
    public void A_file_keeps_its_mode(UnixFileMode mode)
    {
        string path = File("a.txt", mode), replaced = File("b.txt", mode);

        NamedFile.Write(path, "new");
        NamedFile.Replace(replaced, Folder.File("finished", "new"));

        Assert.Equal((mode, mode), (ModeOf(path), ModeOf(replaced)));
        Assert.Equal("new new", $"{Folder.Read("a.txt")} {Folder.Read("b.txt")}");
        Assert.Equal(["a.txt", "b.txt"], Names());
    }

    [Fact]
    public void A_read_only_file_is_refused_and_left_as_it_is()
    {
        string path = File("a.txt", ReadOnly), finished = Folder.File("finished", "new");

        Fails.With<UnauthorizedAccessException>($"{path} is read-only", () => NamedFile.Write(path, "new"));
        Fails.With<UnauthorizedAccessException>($"{path} is read-only", () => NamedFile.Replace(path, finished));

        Assert.Equal("old", Folder.Read("a.txt"));
        Assert.Equal(["a.txt", "finished"], Names());
    }

    [Fact]
    public void A_file_may_have_the_longest_name_that_the_system_allows()
    {
        string path = Folder.At(new string('n', 249) + ".ipynb");

        NamedFile.Write(path, "new");

        Assert.Equal("new", System.IO.File.ReadAllText(path));
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
    public void A_killed_process_leaves_the_old_content_and_a_private_file_that_is_no_notebook()
    {
        string left = NamedFile.WriteBeside(File("a.ipynb", Private), "half of it"u8.ToArray(), isPrivate: true);

        Assert.Equal("old", Folder.Read("a.ipynb"));
        Assert.Equal(Private, ModeOf(left));
        Assert.False(Notebook.IsByName(left));
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
