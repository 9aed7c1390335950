namespace NeuralNotebooks.Engine;

/// <summary>Splits a cell's text into steps, including those of imported files.</summary>
/// <param name="hasExtension">Whether the host runs other languages and magic commands.</param>
internal sealed partial class CellReader(
    string folder, int cell, SourceTexts texts, HostDirectives host, bool hasExtension = false)
{
    private const string Supported = "#r, #i, #load, #!import, #!csharp, #!markdown and #!time";

    /// <summary>The maximal depth of nested imports. Without a limit, a folder that contains a link to itself would
    /// never end.</summary>
    private const int MaxDepth = 100;

    /// <summary>The maximal number of steps of a cell. It is needed since files that each import the next one twice
    /// double the number of steps with each file.</summary>
    private const int MaxSteps = 10_000;

    private readonly List<CellStep> _steps = [];
    private readonly Stack<string> _imports = new();

    /// <summary>The steps of the files that have been read, by path. A file that is imported twice runs twice, but is
    /// read once.</summary>
    private readonly Dictionary<string, IReadOnlyList<CellStep>> _stepsOf = new(StringComparer.Ordinal);

    /// <exception cref="DirectiveException">A directive is invalid; nothing has been run.</exception>
    public IReadOnlyList<CellStep> Read(string code)
    {
        string path = SourceTexts.PathOfCell(cell);
        texts.Add(path, code, cell, file: null);
        if (!host.LeavesOut(code))
            ReadText(code, path, folder);
        return _steps;
    }

    /// <summary>Reads code that does not stand in a cell, such as the script of a package.</summary>
    /// <param name="name">Its name in messages, such as the path of its file.</param>
    public IReadOnlyList<CellStep> Read(string code, string name)
    {
        texts.Add(name, code, cell, name);
        ReadText(code, name, folder);
        return _steps;
    }

    /// <summary>The steps of a cell in another language. Its first line may name the language, too.</summary>
    public IReadOnlyList<CellStep> ReadOther(string code, string language)
    {
        string first = code.TrimStart().Split('\n')[0].Split(' ')[0].Trim();
        if (Directive.IsOtherLanguage(first) || Directive.IsCSharp(first))
            return Read(code);
        string path = SourceTexts.PathOfCell(cell);
        texts.Add(path, code, cell, file: null);
        return $"#!{language}" == Directive.Markdown
            ? [new MarkdownStep(code, path, 1)]
            : [Foreign(new Directive($"#!{language}", "", 1), $"#!{language}\n{code}", path)];
    }

    private void ReadText(string text, string path, string ownFolder)
    {
        // Only line endings are normalized: other control characters, such as a form feed, may be part of a string
        // literal.
        text = text.Replace("\r\n", "\n").Replace('\r', '\n');
        if (CodeLimits.Check(Directive.WithoutProse(text)) is var (sentence, tooMuch))
            throw new DirectiveException(sentence, path, tooMuch);
        IReadOnlyDictionary<int, Directive> directives = Directive.FindAll(text);
        string[] lines = text.Split('\n');
        var part = new TextPart(path);
        for (int line = 1; line <= lines.Length; line++)
        {
            if (!directives.TryGetValue(line, out Directive? directive))
            {
                part.AddLine(lines[line - 1]);
                continue;
            }
            switch (directive.Name)
            {
                case { } name when Directive.IsCSharp(name):
                    EndPart();
                    part.Language = null;
                    break;
                case { } name when Directive.IsOtherLanguage(name):
                    EndPart();
                    part.Language = name == Directive.Markdown ? name : lines[line - 1].Trim();
                    break;
                case not null when part.Language is not (null or Directive.Markdown):
                    part.AddLine(lines[line - 1]); // A magic command of the other language.
                    continue;
                case "#load" or "#!import":
                    EndPart();
                    Import(directive, path, ownFolder);
                    break;
                case "#r" or "#i" or "#!time":
                    _steps.Add(StepOf(directive, path, ownFolder));
                    break;
                default:
                    EndPart();
                    _steps.Add(Foreign(directive, lines[line - 1].Trim(), path));
                    break;
            }
            part.AddLine("");
        }
        EndPart();

        void EndPart()
        {
            CellStep? step = part.End();
            if (step is ForeignStep other)
                step = Foreign(new(part.Language!, "", other.Line), other.Text, path);
            if (step is not null)
                _steps.Add(step);
        }
    }

    /// <summary>A part for the host's extension.</summary>
    /// <exception cref="DirectiveException">The host has none.</exception>
    private ForeignStep Foreign(Directive directive, string text, string path) =>
        hasExtension
            ? new ForeignStep(text, path, directive.Line)
            : throw new DirectiveException(
                $"{directive.Name} is not supported here: notebooks are run as C# only. Supported are {Supported}.",
                path,
                directive.Line);

    /// <summary>The step of a directive that does not divide the text.</summary>
    private static CellStep StepOf(Directive directive, string path, string ownFolder) =>
        directive.Name switch
        {
            "#r" => ReadReference(directive, path, ownFolder),
            "#i" => new PackageSourceStep(AfterNuget(directive.Argument) ?? directive.Argument, path, directive.Line),
            _ => new TimeStep(path, directive.Line),
        };

    private static CellStep ReadReference(Directive directive, string path, string ownFolder)
    {
        if (AfterNuget(directive.Argument) is not { } package)
            return new ReferenceStep(directive.Argument, ownFolder, path, directive.Line);
        string[] parts = package.Split(',', StringSplitOptions.TrimEntries);
        if (
            parts.Length > 2
            || !PackageId().IsMatch(parts[0])
            || (parts.Length == 2 && !PackageVersion().IsMatch(parts[1]))
        )
            throw new DirectiveException(
                $"#r \"{directive.Argument}\" is not a package. Write #r \"nuget: Id, Version\" or #r \"nuget: Id\".",
                path,
                directive.Line);
        return new PackageStep(
            parts[0], parts.Length == 2 && parts[1] is not ("" or "*") ? parts[1] : null, path, directive.Line);
    }

    private static string? AfterNuget(string argument) =>
        argument.StartsWith("nuget:", StringComparison.OrdinalIgnoreCase) ? argument["nuget:".Length..].Trim() : null;

    private void Import(Directive directive, string path, string ownFolder)
    {
        ImportedFile file = Find(directive, path, ownFolder);
        if (_imports.Contains(file.Path))
            throw file.Error($"{file.Path} imports itself.");
        if (_imports.Count == MaxDepth)
            throw file.Error($"{file.Path} is imported too deeply: at most {MaxDepth} imports may be nested.");

        if (_stepsOf.TryGetValue(file.Path, out IReadOnlyList<CellStep>? known))
        {
            _steps.AddRange(known);
        }
        else
        {
            int before = _steps.Count;
            _imports.Push(file.Path);
            Import(file);
            _imports.Pop();
            _stepsOf.Add(file.Path, _steps[before..]);
        }
        if (_steps.Count > MaxSteps)
            throw file.Error($"With {file.Path} the cell has {_steps.Count} parts to run, more than {MaxSteps}: "
                + "the imported files import each other too often.");
    }

    /// <summary>The file that a directive names: relative to the text with the directive, or to the notebook, or a
    /// script of the host.</summary>
    private ImportedFile Find(Directive directive, string path, string ownFolder)
    {
        string beside = Path.GetFullPath(Path.Combine(ownFolder, directive.Argument)),
            besideNotebook = Path.GetFullPath(Path.Combine(folder, directive.Argument));
        string file = File.Exists(beside) || !File.Exists(besideNotebook) ? beside : besideNotebook;
        HostScript? script = host.Scripts.FirstOrDefault(script => script.Name == Path.GetFileName(file));
        if (!File.Exists(file) && File.Exists(script?.Path))
            file = script.Path;
        var found = new ImportedFile(file, path, directive.Line);
        return File.Exists(file)
            ? found
            : throw found.Error(
                script?.WhenMissing?.Invoke(file)
                    ?? $"There is no file {file}. Paths are relative to the notebook's folder.");
    }

    private void Import(ImportedFile file)
    {
        switch (Path.GetExtension(file.Path).ToLowerInvariant())
        {
            case ".cs" or ".csx":
                string text = file.Read(path => NamedFile.ReadAllText(path));
                ImportText(text, file.Path, NameInMessages(file.Path), file);
                break;
            case Notebook.JupyterExtension or Notebook.DibExtension:
                ImportNotebook(file.Read(Notebook.Read), file);
                break;
            default:
                throw file.Error($"{file.Path} cannot be imported: only .cs, .csx, .ipynb and .dib files can.");
        }
    }

    private void ImportNotebook(Notebook notebook, ImportedFile file)
    {
        if (!notebook.IsCSharp && !hasExtension)
            throw file.Error($"{file.Path} is not a C# notebook: its language is {notebook.Language ?? "not named"}.");
        int number = 0;
        foreach (Cell part in notebook.Cells)
        {
            if (part is MarkdownCell)
                _steps.Add(new MarkdownStep(part.Source, file.Path, 1));
            if (part is not CodeCell code)
                continue;
            number++;
            if (code.IsSkipped)
                continue;
            string textPath = $"{file.Path}#{number}";
            string nameInMessages = $"{NameInMessages(file.Path)}, code cell {number}";
            if ((code.Language ?? notebook.Language) is { } language && !NotebookLanguage.IsCSharp(language))
            {
                if (!hasExtension)
                    throw file.Error($"Code cell {number} of {file.Path} is in {language}; only C# can be run.");
                texts.Add(textPath, code.Source, cell, nameInMessages);
                _steps.Add(new ForeignStep($"#!{language}\n{code.Source}", textPath, 1));
            }
            else
            {
                ImportText(code.Source, textPath, nameInMessages, file);
            }
        }
    }

    private void ImportText(string text, string textPath, string nameInMessages, ImportedFile file)
    {
        texts.Add(textPath, text, cell, nameInMessages);
        ReadText(text, textPath, Path.GetDirectoryName(file.Path)!);
    }

    /// <summary>A package id that NuGet accepts.</summary>
    [GeneratedRegex(@"^\w+([.-]\w+)*$")]
    private static partial Regex PackageId();

    /// <summary>A version such as <c>1.2.0-beta.1</c>, a floating one such as <c>1.*</c>, a range in brackets, or an
    /// empty string.</summary>
    [GeneratedRegex(@"^(\*(-\*)?|[\[(]?\d+(\.\d+)*(\.\*)?(-[\w.*-]+)?(\+[\w.-]+)?[\])]?)?$")]
    private static partial Regex PackageVersion();

    private string NameInMessages(string file) =>
        Path.GetRelativePath(folder, file) is var relative && relative.StartsWith("..", StringComparison.Ordinal)
            ? file
            : relative;
}
