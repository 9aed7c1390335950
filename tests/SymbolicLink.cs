namespace NeuralNotebooks.Tests;

/// <summary>Creates symbolic links for a test. If that is not possible, the test is skipped: Windows allows it only to
/// administrators and in developer mode.</summary>
internal static class SymbolicLink
{
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
            Assert.Skip($"This account cannot create symbolic links: {e.Message}");
        }
    }
}
