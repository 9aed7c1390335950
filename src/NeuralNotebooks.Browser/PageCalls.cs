using System.Runtime.InteropServices.JavaScript;

namespace NeuralNotebooks.Browser;

/// <summary>The functions of the worker's script that <see cref="PageHost"/> calls.</summary>
internal static partial class PageCalls
{
    /// <summary>The name under which the script has registered its functions.</summary>
    private const string Module = "page";

    /// <summary>Sends an output of a cell to the page.</summary>
    /// <param name="cell">The cell's id.</param>
    /// <param name="kind">stream, display, result, error, update or clear.</param>
    /// <param name="name">The stream, the display's id, or the error's name.</param>
    /// <param name="parts">The text; for a value, each MIME type followed by its text, and finally the metadata as
    /// JSON.</param>
    [JSImport("emit", Module)]
    internal static partial void Emit(string cell, string kind, string? name, string[] parts);

    /// <summary>Asks the page whether the cell must stop. Blocks until it answers.</summary>
    [JSImport("poll", Module)]
    internal static partial bool Poll();

    /// <summary>Fetches files of the site, by the paths to which they are written, one a line.</summary>
    [JSImport("bring", Module)]
    internal static partial Task Bring(string paths);

    /// <summary>Reads a line from the reader. Blocks until it is entered; null if the cell must stop.</summary>
    [JSImport("requestInput", Module)]
    internal static partial string? RequestInput(string prompt, bool isPassword);
}
