using System.Reflection;

namespace NeuralNotebooks.Engine.Tests;

/// <summary>The two kinds of hosts that the engine runs in: a process with threads and files, and a page's single
/// thread with neither.</summary>
internal static class Hosts
{
    public static SessionOptions WithThreads { get; } = new() { Folder = Path.GetTempPath() };

    /// <summary>Like a browser's, but on this machine.</summary>
    public static SessionOptions WithoutThreads { get; } =
        new()
        {
            Folder = Path.GetTempPath(),
            HasThreads = false,
            References = FrameworkReferences.OfLoaded([
                .. Directory
                    .GetFiles(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "*.dll")
                    .Select(Load)
                    .OfType<Assembly>(),
            ]),
            InterruptRequested = () => false,
        };

    /// <summary>Null for a native library.</summary>
    private static Assembly? Load(string file)
    {
        try
        {
            return Assembly.Load(AssemblyName.GetAssemblyName(file));
        }
        catch (BadImageFormatException)
        {
            return null;
        }
    }
}
