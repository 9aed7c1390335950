namespace NeuralNotebooks.Site.Tests;

public sealed class SiteFolderTests : CourseTests
{
    public SiteFolderTests() => Course.With("01-a.ipynb", Text("# A")).With("02-b.ipynb", Text("# B")).Build();

    [Fact]
    public void Pages_of_an_earlier_build_are_removed_and_other_files_stay()
    {
        File.WriteAllText(Path.Combine(Course.Site, "notes.html"), "mine");
        File.WriteAllText(Path.Combine(Course.Site, "assets", "mine.txt"), "mine");
        Course.Without("02-b.ipynb");
        Course.Build();
        Assert.False(Course.Has("02-b.html"));
        Assert.False(Course.Has("notebooks/02-b.ipynb"));
        Assert.True(Course.Has("01-a.html"));
        Assert.Equal("mine", Course.Read("notes.html"));
        Assert.Equal("mine", Course.Read("assets/mine.txt"));
    }

    [Fact]
    public void A_file_that_no_build_has_written_stops_the_build_before_it_would_be_overwritten()
    {
        Directory.Delete(Course.Site, recursive: true);
        Directory.CreateDirectory(Course.Site);
        File.WriteAllText(Path.Combine(Course.Site, "index.html"), "<html>my homepage</html>");
        IOException error = Assert.Throws<IOException>(() => Course.Build());
        error.Message.ShouldContain("index.html");
        Assert.Equal(["index.html"], Directory.EnumerateFileSystemEntries(Course.Site).Select(Path.GetFileName));
        Assert.Equal("<html>my homepage</html>", Course.Read("index.html"));
    }

    [Fact]
    public void A_broken_inventory_cannot_delete_outside_the_folder()
    {
        string outside = Course.SourceFile("precious.txt", "keep");
        File.WriteAllText(
            Path.Combine(Course.Site, SiteFolder.Inventory), """["../source/precious.txt", "02-b.html"]""");
        Course.Build();
        Assert.True(File.Exists(outside));
        File.WriteAllText(Path.Combine(Course.Site, SiteFolder.Inventory), "not json");
        Course.Build();
        Assert.True(Course.Has("02-b.html"));
    }

    [Fact]
    public void A_cancelled_build_does_not_change_the_site()
    {
        Dictionary<string, byte[]> before = Files(Course.Site);
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        Course.With("01-a.ipynb", Text("# Changed"));
        Assert.ThrowsAny<OperationCanceledException>(() =>
            CourseSite.Build(Course.Notebooks, Course.Site, cancellation: cancelled.Token)
        );
        Assert.Equal(before, Files(Course.Site));
    }

    [Fact]
    public void The_next_build_removes_the_files_of_one_that_has_failed()
    {
        Dictionary<string, byte[]> before = Files(Course.Site);
        var folder = new SiteFolder(Course.Site);
        Dictionary<string, byte[]> files =
            new() { ["a.css"] = [1], ["a.css/below-a-file.css"] = [2], ["z/not-written.css"] = [3] };
        Assert.ThrowsAny<IOException>(() => folder.Publish(files, CancellationToken.None));
        Assert.True(Course.Has("a.css"));
        Assert.True(Course.Has("index.html"));
        Course.Build();
        Assert.Equal(before, Files(Course.Site));
    }

    [Fact]
    public void Building_twice_gives_the_same_files()
    {
        Dictionary<string, byte[]> before = Files(Course.Site);
        Course.Build();
        Assert.Equal(before, Files(Course.Site));
    }

    private static Dictionary<string, byte[]> Files(string folder) =>
        Directory.GetFiles(folder, "*", SearchOption.AllDirectories)
            .ToDictionary(file => Path.GetRelativePath(folder, file), File.ReadAllBytes);
}
