namespace Plotly.NET.Offline.Tests;

internal static class GoldenFile
{
    public static string Read(string name)
    {
        using Stream stream = typeof(GoldenFile).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not embedded in the tests.");
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }
}
