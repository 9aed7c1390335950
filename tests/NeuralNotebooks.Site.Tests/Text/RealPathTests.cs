namespace NeuralNotebooks.Site.Tests;

public sealed class RealPathTests : FolderedTests
{
    [Fact]
    public void The_path_of_an_opened_file_is_found_even_after_its_link_was_replaced()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "only Linux tells the path of an opened file");
        string secret = Folder.File("secret.txt", "secret"), link = Folder.At("link.txt");
        File.CreateSymbolicLink(link, secret);

        using FileStream opened = File.OpenRead(link);
        File.Delete(link);
        Folder.File("link.txt", "secret");
        File.SetLastWriteTimeUtc(link, File.GetLastWriteTimeUtc(secret));

        Assert.Equal(RealPath.Of(secret), RealPath.OfOpened(opened));
    }
}
