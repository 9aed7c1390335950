using static NeuralNotebooks.Site.Tests.TemporaryCourse;

namespace NeuralNotebooks.Site.Tests;

public sealed class SiteFolderTests
{
    [Fact]
    public void Pages_of_an_earlier_build_are_removed_and_foreign_files_stay()
    {
        using TemporaryCourse course = Two();
        File.WriteAllText(Path.Combine(course.Site, "notes.html"), "mine");
        File.WriteAllText(Path.Combine(course.Site, "assets", "mine.txt"), "mine");
        course.Without("02-b.ipynb");
        course.Build();
        Assert.False(course.Has("02-b.html"));
        Assert.False(course.Has("notebooks/02-b.ipynb"));
        Assert.True(course.Has("01-a.html"));
        Assert.Equal("mine", course.Read("notes.html"));
        Assert.Equal("mine", course.Read("assets/mine.txt"));
    }

    [Fact]
    public void A_separator_at_the_end_of_the_folder_changes_nothing()
    {
        using TemporaryCourse course = Two();
        CourseSite.Build([course.Notebooks[0]], course.Site + Path.DirectorySeparatorChar);
        Assert.True(course.Has("01-a.html"));
        Assert.False(course.Has("02-b.html"));
    }

    [Fact]
    public void A_foreign_file_in_the_way_stops_the_build_before_anything_is_written()
    {
        using var course = new TemporaryCourse();
        Directory.CreateDirectory(course.Site);
        File.WriteAllText(Path.Combine(course.Site, "index.html"), "<html>my homepage</html>");
        IOException error = Assert.Throws<IOException>(() => course.With("01-a.ipynb", Text("# A")).Build());
        error.Message.ShouldContain("index.html");
        Assert.Equal(["index.html"], Directory.EnumerateFileSystemEntries(course.Site).Select(Path.GetFileName));
        Assert.Equal("<html>my homepage</html>", course.Read("index.html"));
    }

    [Fact]
    public void Our_own_pages_are_replaced_even_when_the_inventory_is_lost()
    {
        using TemporaryCourse course = Two();
        File.Delete(Path.Combine(course.Site, SiteFolder.Inventory));
        course.With("01-a.ipynb", Text("# Changed")).Build();
        course.Read("01-a.html").ShouldContain("Changed");
    }

    [Fact]
    public void A_broken_inventory_cannot_delete_outside_the_folder()
    {
        using TemporaryCourse course = Two();
        string outside = course.SourceFile("precious.txt", "keep");
        File.WriteAllText(
            Path.Combine(course.Site, SiteFolder.Inventory),
            """["../source/precious.txt", "02-b.html"]"""
        );
        course.Build();
        Assert.True(File.Exists(outside));
        File.WriteAllText(Path.Combine(course.Site, SiteFolder.Inventory), "not json");
        course.Build();
        Assert.True(course.Has("02-b.html"));
    }

    [Fact]
    public void A_cancelled_build_leaves_the_site_as_it_was()
    {
        using TemporaryCourse course = Two();
        Dictionary<string, byte[]> before = Files(course.Site);
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        course.With("01-a.ipynb", Text("# Changed"));
        Assert.ThrowsAny<OperationCanceledException>(() =>
            CourseSite.Build(course.Notebooks, course.Site, cancellation: cancelled.Token)
        );
        Assert.Equal(before, Files(course.Site));
    }

    [Fact]
    public void A_build_that_fails_on_its_last_file_leaves_the_site_as_it_was()
    {
        using TemporaryCourse course = Two();
        Dictionary<string, byte[]> before = Files(course.Site);
        var folder = new SiteFolder(course.Site);
        Assert.ThrowsAny<IOException>(() =>
            folder.Publish(
                new Dictionary<string, byte[]> { ["index.html"] = [1], ["index.html/below-a-file.html"] = [2] },
                CancellationToken.None
            )
        );
        Assert.Equal(before, Files(course.Site));
    }

    [Fact]
    public void Building_twice_gives_the_same_files()
    {
        using TemporaryCourse course = Two();
        Dictionary<string, byte[]> before = Files(course.Site);
        course.Build();
        Assert.Equal(before, Files(course.Site));
    }

    [Fact]
    public void The_notebooks_may_have_been_executed_inside_the_folder_of_the_site()
    {
        using TemporaryCourse course = Two();
        Assert.Null(new SiteFolder(course.Site).AddressOf(course.Notebooks[0]));
        Assert.Equal(
            "executed/a%20b.ipynb",
            new SiteFolder(course.Site).AddressOf(Path.Combine(course.Site, "executed", "a b.ipynb"))
        );
    }

    private static TemporaryCourse Two() =>
        new TemporaryCourse().With("01-a.ipynb", Text("# A")).With("02-b.ipynb", Text("# B")).Build();

    private static Dictionary<string, byte[]> Files(string folder) =>
        Directory
            .GetFiles(folder, "*", SearchOption.AllDirectories)
            .ToDictionary(file => Path.GetRelativePath(folder, file), File.ReadAllBytes);
}
