namespace NeuralNotebooks.Engine.Tests;

/// <summary>The two kinds of hosts that the engine runs in: a process with threads and files, and a browser with a
/// single thread and no files.</summary>
internal static class Hosts
{
    private static readonly string _framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;

    public static SessionOptions WithThreads { get; } = new() { Folder = Path.GetTempPath() };

    /// <summary>A host with the restrictions of a browser, on this machine.</summary>
    public static SessionOptions WithoutThreads { get; } =
        new()
        {
            Folder = Path.GetTempPath(),
            HasThreads = false,
            References = FrameworkReferences.OfLoaded([
                .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
                    .Split(Path.PathSeparator)
                    .Where(file => Path.GetDirectoryName(file) == _framework)
                    .Select(file => Assembly.Load(Path.GetFileNameWithoutExtension(file))),
            ]),
            InterruptRequested = () => false,
        };
}
