using System.Runtime.CompilerServices;

namespace NeuralNotebooks.Engine.Tests;

/// <summary>A notebook in the layout of Python's json module with the settings that Jupyter uses: unusual characters,
/// numbers, all kinds of cells and outputs.</summary>
internal static class JupyterFile
{
    public static string Text { get; } = File.ReadAllText(Path.Combine(Folder(), "jupyter.ipynb"));

    private static string Folder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
