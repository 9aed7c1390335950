namespace NeuralNotebooks.Engine;

/// <summary>A notebook document: of Jupyter (nbformat 4), of Polyglot Notebooks (<c>.dib</c>), or a C# file in the
/// percent format (<c>.cs</c>).</summary>
/// <remarks>Unknown fields of a Jupyter notebook and the order of all fields are preserved, so that reading and writing
/// a notebook changes only what the program has changed.</remarks>
public sealed class Notebook
{
    /// <summary>The first minor version in which cells have ids.</summary>
    internal const int MinorVersion = 5;

    public Notebook(JsonObject? metadata = null) => Metadata = metadata ?? [];

    public IList<Cell> Cells { get; } = [];

    public JsonObject Metadata { get; }

    /// <summary>The language as it is spelled in the metadata, or null if the metadata have none.</summary>
    public string? Language => NotebookLanguage.OfNotebook(Metadata);

    public bool IsCSharp => NotebookLanguage.IsCSharp(Language);

    /// <summary>The code cells, in order: the first is "cell 1" in messages, and has the execution count 1 when the
    /// notebook is run from the start.</summary>
    public IEnumerable<CodeCell> CodeCells => Cells.OfType<CodeCell>();

    /// <summary>Whether the file contained bytes that are invalid in its encoding. The text has U+FFFD, the replacement
    /// character, in their place.</summary>
    public bool HasLostText { get; private set; }

    /// <summary>The JSON that the notebook was read from: writing preserves unknown fields and their order.</summary>
    internal JsonObject? Fields { get; init; }

    public const string JupyterExtension = ".ipynb", DibExtension = ".dib", CSharpExtension = ".cs";

    /// <summary>Whether a file is a notebook by its name alone. A C# file may be one by its content, too.</summary>
    public static bool IsByName(string path) =>
        path.EndsWith(JupyterExtension, StringComparison.OrdinalIgnoreCase) || IsDib(path);

    /// <summary>Whether a file is a notebook: by its name, or by a line <c>// %%</c> in a C# file.</summary>
    public static bool IsNotebook(string path) =>
        IsByName(path)
        || (IsCSharpFile(path)
            && NamedFile.TryRead(() => PercentReader.HasCells(NamedFile.ReadAllText(path)), otherwise: false));

    /// <summary>Whether a file is in a text format, by its name. Text formats cannot store outputs.</summary>
    public static bool IsText(string path) => IsDib(path) || IsCSharpFile(path);

    private static bool IsDib(string path) => path.EndsWith(DibExtension, StringComparison.OrdinalIgnoreCase);

    private static bool IsCSharpFile(string path) => path.EndsWith(CSharpExtension, StringComparison.OrdinalIgnoreCase);

    public static Notebook Read(string path) => Read(NamedFile.ReadAllBytes(path), path);

    public static Notebook Read(byte[] content, string name)
    {
        (string text, bool isWhole) = NamedFile.Decode(content);
        Notebook notebook = Parse(text, name);
        notebook.HasLostText = !isWhole;
        return notebook;
    }

    /// <summary>Reads a notebook from text. The extension of <paramref name="name"/> determines the format, and
    /// messages contain the name.</summary>
    public static Notebook Parse(string text, string name, int maxCells = int.MaxValue) =>
        IsDib(name) ? new DibReader(name).Read(text)
        : IsCSharpFile(name) ? new PercentReader(name).Read(text, maxCells)
        : new NotebookReader(name).Read(text, maxCells);

    /// <summary>A copy with another value of an entry of the metadata. It has the same cells.</summary>
    public Notebook WithMetadata(string name, JsonNode value)
    {
        var copy = new Notebook(Metadata.DeepClone().AsObject()) { Fields = Fields };
        copy.Metadata[name] = value;
        foreach (Cell cell in Cells)
            copy.Cells.Add(cell);
        return copy;
    }

    public string ToJson() => JupyterJson.Write(NotebookWriter.Write(this));

    /// <summary>The content of the file, in Jupyter's layout and UTF-8.</summary>
    /// <param name="name">The name of the file in messages.</param>
    /// <exception cref="IOException">The notebook could not be decoded without loss.</exception>
    public byte[] ToBytes(string name) =>
        HasLostText ? throw new IOException(LostText(name)) : Encoding.UTF8.GetBytes(ToJson());

    /// <summary>Writes the notebook atomically, in Jupyter's format or, with the extension <c>.cs</c>, in the percent
    /// format: the file is replaced only when the new content has been written completely.</summary>
    public void Write(string path) => NamedFile.Write(path, IsCSharpFile(path) ? PercentWriter.Write(this) : ToJson());

    /// <summary>Writes the notebook to the file that it was read from. A symbolic link is followed.</summary>
    /// <exception cref="IOException">The notebook could not be decoded without loss, the file's format cannot store
    /// outputs, or the file cannot be written. The file is unchanged.</exception>
    public void WriteBack(string path)
    {
        if (IsText(path) && !HasLostText)
            throw new IOException(NoOutputs(path));
        NamedFile.Write(File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? path, ToBytes(path));
    }

    public static string NoOutputs(string path) =>
        $"{path} cannot store outputs. Convert it to a Jupyter notebook (nn convert {path}), and run that.";

    public static string LostText(string path) =>
        $"{path} is not in UTF-8. Invalid characters would be lost, so it has not been changed. Save it as UTF-8.";
}
