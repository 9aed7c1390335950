namespace NeuralNotebooks.Site.Tests;

public sealed class RealPathTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void An_opened_file_is_where_it_was_opened_whatever_its_path_has_become()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "only Linux says where an opened file is");
        string secret = _folder.File("secret.txt", "secret"), link = _folder.At("link.txt");
        File.CreateSymbolicLink(link, secret);

        using FileStream opened = File.OpenRead(link);
        File.Delete(link);
        _folder.File("link.txt", "secret");
        File.SetLastWriteTimeUtc(link, File.GetLastWriteTimeUtc(secret));

        Assert.Equal(RealPath.Of(secret), RealPath.OfOpened(opened));
    }
}
