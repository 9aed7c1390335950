using System.ComponentModel;

namespace NeuralNotebooks.Tests;

internal static class PlotlyPage
{
    /// <summary>The functions of the script, without the part that finds the figures of a page.</summary>
    public static string Functions => string.Concat(
        Directory
            .EnumerateFiles(Repository.At("src/NeuralNotebooks.Drawing"), "*.js", SearchOption.AllDirectories)
            .Where(file => Path.GetFileName(file) != "figures.js")
            .Select(File.ReadAllText));

    public static string RunScript(string script)
    {
        string file = Path.GetTempFileName();
        File.WriteAllText(file, script);
        try
        {
            (int exitCode, string output, string error) =
                Programs.Run(new ProcessStartInfo("node", file) { StandardOutputEncoding = Encoding.UTF8 });
            Assert.True(exitCode == 0, error);
            return output;
        }
        catch (Win32Exception)
        {
            Assert.Skip("Node.js is not installed.");
            throw;
        }
        finally
        {
            File.Delete(file);
        }
    }
}
