namespace NeuralNotebooks.Tests;

/// <summary>Makes symbolic links for a test, or skips it: Windows lets only administrators and developers make
/// them.</summary>
internal static class SymbolicLink
{
    /// <summary>Makes a link at <paramref name="path"/> to a file or folder.</summary>
    public static void Create(string path, string target)
    {
        try
        {
            if (Directory.Exists(Path.GetFullPath(target, Path.GetDirectoryName(path)!)))
                Directory.CreateSymbolicLink(path, target);
            else
                File.CreateSymbolicLink(path, target);
        }
        catch (Exception e) when (OperatingSystem.IsWindows() && e is IOException or UnauthorizedAccessException)
        {
            Assert.Skip($"This account can make no symbolic links: {e.Message}");
        }
        // Wine reports success, and makes none.
        Assert.SkipWhen(OperatingSystem.IsWindows() && !Path.Exists(path), "This system makes no symbolic links.");
    }
}
