namespace NeuralNotebooks.Site;

internal sealed record NotebookSource(string Path, Notebook Document, string Page)
{
    /// <summary>For an assignment with a live page: the files that its cells find in the notebook's folder. Null for
    /// other notebooks.</summary>
    public IReadOnlyDictionary<string, byte[]>? FilesBeside { get; init; }

    public bool IsPlayground { get; init; }

    /// <summary>The name in the site of a copy of the notebook. The folder notebooks/ has the executed notebooks; that
    /// of the playground is next to its page.</summary>
    public string Copy =>
        (IsPlayground ? "" : "notebooks/") + System.IO.Path.ChangeExtension(Page, Notebook.JupyterExtension);

    /// <summary>The key under which browsers store what readers do on the page. It depends only on the page's name, and
    /// not on the file with the results of the last run.</summary>
    public string Key => SiteMap.Address(Copy);

    public IReadOnlyDictionary<string, string>? AddressesBeside =>
        FilesBeside?.Keys.ToDictionary(path => path, path => SiteMap.Address(NameBeside(path)));

    public string NameBeside(string path) => $"notebooks/{System.IO.Path.GetFileNameWithoutExtension(Page)}/{path}";

    /// <summary>Whether a student answers by editing a text: nbgrader marks it as a solution.</summary>
    public bool IsStudentAnswer(MarkdownCell cell) =>
        FilesBeside is not null && (cell.Metadata["nbgrader"]?["solution"]?.GetValue<bool>() ?? false);

    /// <summary>Whether a cell is C#. If the cell does not state its language, it has the notebook's; if that does not
    /// state one either, C#.</summary>
    public bool IsCSharp(CodeCell cell) =>
        (cell.Language ?? Document.Language) is not { } language || NotebookLanguage.IsCSharp(language);

    /// <summary>The language of a cell that a page can neither run nor show; null for any other cell.</summary>
    public string? UnknownLanguage(CodeCell cell) =>
        IsCSharp(cell) || (cell.Language ?? Document.Language) is not { } language
            || NotebookLanguage.Names.GetValueOrDefault(language.ToLowerInvariant())
                is "html" or "javascript" or NotebookLanguage.Markdown
            ? null
            : language;

    /// <summary>Whether <c>nn run</c> runs a cell, and so does a live page.</summary>
    public bool IsRun(CodeCell cell) => IsCSharp(cell) && !cell.IsSkipped;
}
