using System.Runtime.InteropServices.JavaScript;

namespace NeuralNotebooks.Browser;

/// <summary>The functions of worker.js, which pass most calls on to the page.</summary>
internal static partial class PageCalls
{
    private const string Module = "page";

    /// <summary>Sends text that a cell has written to a stream, stdout or stderr, to the page.</summary>
    [JSImport("write", Module)]
    internal static partial void Write(string cell, string stream, string text);

    /// <summary>Sends what a cell does to its outputs to the page, as JSON: see <c>OutputEvent</c> in
    /// <c>Session/messages.js</c>.</summary>
    [JSImport("emit", Module)]
    internal static partial void Emit(string cell, string shown);

    /// <summary>Asks the page whether the cell must stop. Blocks until it answers.</summary>
    [JSImport("poll", Module)]
    internal static partial bool Poll();

    /// <summary>Fetches files of the site, by the paths to which they are written.</summary>
    [JSImport("bring", Module)]
    internal static partial Task Bring(string[] paths);

    /// <summary>Reads a line from the reader. Blocks until it is entered; null if the cell must stop.</summary>
    [JSImport("requestInput", Module)]
    internal static partial string? RequestInput(string prompt, bool isPassword);
}
