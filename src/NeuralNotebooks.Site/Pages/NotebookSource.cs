namespace NeuralNotebooks.Site;

/// <summary>A notebook for which a site has a page.</summary>
/// <param name="Path">The path of the executed notebook.</param>
/// <param name="Document">Its content.</param>
/// <param name="Page">The file name of its page.</param>
/// <param name="IsLive">Whether a reader can run C# on the page.</param>
internal sealed record NotebookSource(string Path, Notebook Document, string Page, bool IsLive)
{
    /// <summary>For an assignment with a live page: the files that its cells find in the notebook's folder. Null for
    /// other notebooks.</summary>
    public IReadOnlyDictionary<string, byte[]>? FilesBeside { get; init; }

    /// <summary>The name in the site of one of the <see cref="FilesBeside"/>.</summary>
    public string NameBeside(string path) =>
        $"notebooks/{System.IO.Path.GetFileNameWithoutExtension(Page)}/{path}";

    /// <summary>The language of a cell; if the cell does not state one, the notebook's.</summary>
    public string LanguageOf(CodeCell cell) => cell.Language ?? Document.Language ?? "csharp";

    /// <summary>Whether a reader can run a cell on the page.</summary>
    public bool CanRun(CodeCell cell) => IsLive && CodeMarkup.IsCSharp(LanguageOf(cell));
}
