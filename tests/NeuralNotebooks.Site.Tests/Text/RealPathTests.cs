namespace NeuralNotebooks.Site.Tests;

public sealed class RealPathTests : FolderedTests
{
    [Fact]
    public void An_opened_file_is_where_it_was_opened_whatever_its_path_has_become()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "only Linux says where an opened file is");
        string secret = Folder.File("secret.txt", "secret"), link = Folder.At("link.txt");
        File.CreateSymbolicLink(link, secret);

        using FileStream opened = File.OpenRead(link);
        File.Delete(link);
        Folder.File("link.txt", "secret");
        File.SetLastWriteTimeUtc(link, File.GetLastWriteTimeUtc(secret));

        Assert.Equal(RealPath.Of(secret), RealPath.OfOpened(opened));
    }
}
