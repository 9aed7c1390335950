using System.Text.Json.Nodes;

namespace NeuralNotebooks.Engine;

/// <summary>A notebook document: of Jupyter (nbformat 4), or of Polyglot Notebooks (<c>.dib</c>).</summary>
/// <remarks>Reading keeps what this engine does not know of a Jupyter notebook, in its order, so that writing it again
/// changes only what has changed.</remarks>
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

    /// <summary>The extensions of notebooks' file names: Jupyter's, and that of Polyglot Notebooks.</summary>
    public const string JupyterExtension = ".ipynb", DibExtension = DibFormat.Extension;

    /// <summary>Whether a file is a notebook, by its name.</summary>
    public static bool IsNotebook(string path) =>
        path.EndsWith(JupyterExtension, StringComparison.OrdinalIgnoreCase) || IsDib(path);

    /// <summary>Whether a file is in the text format of Polyglot Notebooks, by its name. It has no place for outputs.
    /// </summary>
    public static bool IsDib(string path) => DibFormat.IsNameOf(path);

    /// <summary>Reads a notebook.</summary>
    /// <exception cref="NotebookFormatException">The file is not a notebook of nbformat 4, or of the format that its
    /// extension <c>.dib</c> says.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public static Notebook Read(string path)
    {
        (string text, bool isWhole) = NamedFile.ReadWhole(path);
        Notebook notebook = Parse(text, path);
        notebook.HasLostText = !isWhole;
        return notebook;
    }

    /// <summary>Reads a notebook from text; <paramref name="name"/> names the file, also in messages.</summary>
    /// <exception cref="NotebookFormatException">The text is not a notebook of nbformat 4, or of the format that the
    /// extension <c>.dib</c> says.</exception>
    public static Notebook Parse(string text, string name) =>
        IsDib(name) ? new DibReader(name).Read(text) : new NotebookReader(name).Read(text);

    /// <summary>The text of the file, in the layout in which Jupyter writes it.</summary>
    public string ToJson() => NotebookWriter.Write(this);

    /// <summary>The text of a file of Polyglot Notebooks: the cells' texts and languages, and the notebook's metadata.
    /// </summary>
    /// <exception cref="InvalidOperationException">A line of a cell would begin another cell there.</exception>
    public string ToDib() => DibWriter.Write(this);

    /// <summary>Writes the notebook in the format of the file's name: atomically, replacing the file only when
    /// everything has been written.</summary>
    public void Write(string path) => NamedFile.Write(path, IsDib(path) ? ToDib() : ToJson());

    /// <summary>Writes the notebook into the file that it was read from, or to which a link leads that was read.
    /// </summary>
    /// <exception cref="IOException">It has lost text, of which the file is the only copy; or the file has no
    /// place for outputs, or cannot be written. The file is unchanged.</exception>
    public void WriteBack(string path)
    {
        if (HasLostText)
            throw new IOException(LostText(path));
        if (IsDib(path))
            throw new IOException(NoOutputs(path));
        Write(File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path);
    }

    /// <summary>Why outputs are not written into a file of Polyglot Notebooks.</summary>
    public static string NoOutputs(string path) =>
        $"{path} has no place for outputs. Make a notebook of it that has, and run that: nn convert {path}";

    /// <summary>Why a notebook with lost text is not written back.</summary>
    public static string LostText(string path) =>
        $"{path} is not in UTF-8: letters that cannot be read would be lost, so it is left as it is. Save it as UTF-8.";
}
