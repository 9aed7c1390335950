using System.Text.Json.Nodes;

namespace NeuralNotebooks.Engine;

/// <summary>A notebook document (nbformat 4).</summary>
/// <remarks>Reading keeps what this engine does not know, in its order, so that writing it again changes only what has
/// changed.</remarks>
public sealed class Notebook
{
    /// <summary>The first minor version in which cells have ids.</summary>
    internal const int MinorVersion = 5;

    /// <summary>An empty notebook.</summary>
    public Notebook(JsonObject? metadata = null) => Metadata = metadata ?? [];

    /// <summary>The cells, in order.</summary>
    public IList<Cell> Cells { get; } = [];

    /// <summary>The notebook's metadata.</summary>
    public JsonObject Metadata { get; }

    /// <summary>The language that the notebook declares, as it spells it, or null when it declares none.</summary>
    public string? Language => NotebookLanguage.OfNotebook(Metadata);

    /// <summary>Whether the notebook is in C#.</summary>
    public bool IsCSharp => NotebookLanguage.IsCSharp(Language);

    /// <summary>The code cells, in order: the first is "cell 1" in messages and has the execution count 1 when all are
    /// run.</summary>
    public IEnumerable<CodeCell> CodeCells => Cells.OfType<CodeCell>();

    /// <summary>Whether the file was not in the encoding of its text: U+FFFD, the replacement character, stands for
    /// what could not be read.</summary>
    public bool HasLostText { get; private set; }

    /// <summary>The JSON that it was read from: keeps unknown fields and their order when it is written
    /// again.</summary>
    internal JsonObject? Fields { get; init; }

    /// <summary>Reads a notebook.</summary>
    /// <exception cref="NotebookFormatException">The file is not a notebook of nbformat 4.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static Notebook Read(string path)
    {
        (string text, bool isWhole) = NamedFile.ReadWhole(path);
        Notebook notebook = Parse(text, path);
        notebook.HasLostText = !isWhole;
        return notebook;
    }

    /// <summary>Reads a notebook from text; <paramref name="name"/> names the file in messages.</summary>
    /// <exception cref="NotebookFormatException">The text is not a notebook of nbformat 4.</exception>
    public static Notebook Parse(string json, string name) => new NotebookReader(name).Read(json);

    /// <summary>The text of the file, in the layout in which Jupyter writes it.</summary>
    public string ToJson() => NotebookWriter.Write(this);

    /// <summary>Writes the notebook in Jupyter's layout: atomically, replacing the file only when everything has been
    /// written.</summary>
    public void Write(string path) => NamedFile.Write(path, ToJson());

    /// <summary>Writes the notebook into the file that it was read from, or to which a link leads that was read.
    /// </summary>
    /// <exception cref="IOException">It has lost text, of which the file is the only copy; or the file cannot be
    /// written. The file is unchanged.</exception>
    public void WriteBack(string path)
    {
        if (HasLostText)
            throw new IOException(LostText(path));
        Write(File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path);
    }

    /// <summary>Why a notebook with lost text is not written back.</summary>
    public static string LostText(string path) =>
        $"{path} is not in UTF-8: letters that cannot be read would be lost, so it is left as it is. Save it as UTF-8.";
}
