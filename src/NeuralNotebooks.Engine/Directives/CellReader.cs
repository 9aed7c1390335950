namespace NeuralNotebooks.Engine;

/// <summary>Splits a cell's text into steps, including those of imported files.</summary>
/// <param name="hasExtension">Whether the host runs other languages and magic commands.</param>
internal sealed partial class CellReader(
    string folder, CodeOrigin origin, SourceTexts texts, HostDirectives host, bool hasExtension = false)
{
    private const string Package = "#:package", Project = "#:project";

    private const string Supported = "#r, #i, #load, #!import, #!csharp, #!markdown and #!time";

    /// <summary>The maximal depth of nested imports. Without a limit, a folder that contains a link to itself would
    /// never end.</summary>
    private const int MaxDepth = 100;

    /// <summary>The maximal number of steps of a cell. It is needed since files that each import the next one twice
    /// double the number of steps with each file.</summary>
    private const int MaxSteps = 10_000;

    private readonly List<SourceStep> _steps = [];
    private readonly Stack<string> _imports = new();

    /// <summary>The steps of the files that have been read, by path. A file that is imported twice runs twice, but is
    /// read once.</summary>
    private readonly Dictionary<string, IReadOnlyList<SourceStep>> _stepsOf = new(StringComparer.Ordinal);

    /// <exception cref="DirectiveException">A directive is invalid; nothing has been run.</exception>
    public IReadOnlyList<SourceStep> Read(string code)
    {
        string path = origin.Path;
        texts.Add(path, code, origin, file: null);
        if (!host.LeavesOut(code.TrimStart('\n')))
            ReadText(code, path, folder);
        return _steps;
    }

    /// <summary>Reads code that does not stand in a cell, such as the script of a package.</summary>
    public IReadOnlyList<SourceStep> Read(string code, string name)
    {
        texts.Add(name, code, origin, name);
        ReadText(code, name, folder);
        return _steps;
    }

    public IReadOnlyList<SourceStep> ReadOtherLanguage(string code, string language)
    {
        string first = Directive.FirstWord(code);
        if (Directive.IsOtherLanguage(first) || Directive.IsCSharp(first))
            return Read(code);
        string path = origin.Path;
        texts.Add(path, code, origin, file: null);
        return [language == NotebookLanguage.Markdown
            ? new MarkdownStep(code, new(path, 1)) : CellForExtension(language, code, path)];
    }

    private void ReadText(string text, string path, string ownFolder)
    {
        // Only line endings are normalized: other control characters, such as a form feed, may be part of a string
        // literal.
        text = text.Replace("\r\n", "\n").Replace('\r', '\n');
        if (CodeLimits.Check(Directive.WithoutOtherLanguages(text)) is var (sentence, tooMuch))
            throw new DirectiveException(sentence, new(path, tooMuch));
        IReadOnlyDictionary<int, Directive> directives = Directive.FindAll(text);
        string[] lines = text.Split('\n');
        var step = new StepBuilder(path);
        for (int line = 1; line <= lines.Length; line++)
        {
            if (!directives.TryGetValue(line, out Directive? directive))
            {
                step.AddLine(lines[line - 1]);
                continue;
            }
            var place = new TextPlace(path, line);
            switch (directive.Name)
            {
                case var name when Directive.IsCSharp(name):
                    EndStep();
                    step.Language = null;
                    break;
                case var name when Directive.IsOtherLanguage(name):
                    EndStep();
                    step.Language = Directive.LanguageOf(name) == NotebookLanguage.Markdown
                        ? Directive.Markdown : lines[line - 1].Trim();
                    break;
                case var _ when step.Language is not (null or Directive.Markdown):
                    step.AddLine(lines[line - 1]); // A magic command of the other language.
                    continue;
                case "#load" or "#!import":
                    EndStep();
                    Import(directive, place, ownFolder);
                    break;
                case "#r" or "#i" or "#!time" or Package or Project:
                    _steps.Add(StepOf(directive, place, ownFolder));
                    break;
                case var name when name.StartsWith("#:", StringComparison.Ordinal) || (line == 1 && IsProgram(name)):
                    break;
                default:
                    EndStep();
                    _steps.Add(ForExtension(directive.Name, lines[line - 1].Trim(), place));
                    break;
            }
            step.AddLine("");
        }
        EndStep();

        void EndStep()
        {
            SourceStep? ended = step.End();
            if (ended is ExtensionStep other)
                _steps.Add(ForExtension(step.Language!, other.Text, other.Place));
            else if (ended is not null)
                _steps.Add(ended);
        }
    }

    private ExtensionStep ForExtension(string directive, string text, TextPlace place) =>
        hasExtension
            ? new ExtensionStep(text, place)
            : throw new DirectiveException(
                $"{directive} is not supported here: notebooks are run as C# only. Supported are {Supported}.", place);

    private ExtensionStep CellForExtension(string language, string code, string path) =>
        ForExtension($"#!{language}", $"#!{language}\n{code}", new(path, 1)) with { Place = new(path, 0) };

    private static SourceStep StepOf(Directive directive, TextPlace place, string ownFolder) =>
        directive.Name switch
        {
            "#r" => ReadReference(directive.Argument, place, ownFolder),
            Package => ReadReference($"nuget: {directive.Argument.Replace('@', ',')}", place, ownFolder),
            Project => new ProjectStep(directive.Argument, ownFolder, place),
            "#i" => new PackageSourceStep(AfterNuget(directive.Argument) ?? directive.Argument, place),
            _ => new TimeStep(place),
        };

    private static SourceStep ReadReference(string argument, TextPlace place, string ownFolder)
    {
        if (AfterNuget(argument) is not { } package)
            return ProjectFile().IsMatch(argument)
                ? new ProjectStep(argument, ownFolder, place) : new ReferenceStep(argument, ownFolder, place);
        string[] parts = package.Split(',', count: 2, StringSplitOptions.TrimEntries); // A range has a comma.
        if (!PackageId().IsMatch(parts[0]) || (parts.Length == 2 && !PackageVersion().IsMatch(parts[1])))
            throw new DirectiveException(
                $"#r \"{argument}\" is not a package. Write #r \"nuget: Id, Version\" or #r \"nuget: Id\".", place);
        return new PackageStep(parts[0], parts.Length == 2 && parts[1] is not ("" or "*") ? parts[1] : null, place);
    }

    private static bool IsProgram(string name) => name.StartsWith("#!/", StringComparison.Ordinal);

    public static string? AfterNuget(string argument) =>
        argument.StartsWith("nuget:", StringComparison.OrdinalIgnoreCase) ? argument["nuget:".Length..].Trim() : null;

    private void Import(Directive directive, TextPlace place, string ownFolder)
    {
        string file = Find(directive.Argument, place, ownFolder);
        if (_imports.Contains(file))
            throw new DirectiveException($"{file} imports itself.", place);
        if (_imports.Count == MaxDepth)
            throw new DirectiveException(
                $"{file} is imported too deeply: at most {MaxDepth} imports may be nested.", place);

        if (_stepsOf.TryGetValue(file, out IReadOnlyList<SourceStep>? known))
        {
            _steps.AddRange(known);
        }
        else
        {
            int before = _steps.Count;
            _imports.Push(file);
            Import(file, place);
            _imports.Pop();
            _stepsOf.Add(file, _steps[before..]);
        }
        if (_steps.Count > MaxSteps)
            throw new DirectiveException($"With {file} the cell has {_steps.Count} parts to run, more than {MaxSteps}: "
                + "the imported files import each other too often.", place);
    }

    private string Find(string named, TextPlace place, string ownFolder)
    {
        string file = PathOf(named, ownFolder, folder);
        HostScript? script = host.Scripts.FirstOrDefault(script => script.Name == Path.GetFileName(file));
        if (!File.Exists(file) && File.Exists(script?.Path))
            file = script.Path;
        return File.Exists(file) ? file : throw new DirectiveException(
            script?.WhenMissing?.Invoke(file)
                ?? $"There is no file {file}. Paths are relative to the notebook's folder.",
            place);
    }

    /// <summary>The path that a directive names: relative to the text with the directive or, if there is no such file,
    /// to the notebook.</summary>
    public static string PathOf(string named, string ownFolder, string notebookFolder)
    {
        string beside = Path.GetFullPath(Path.Combine(ownFolder, named)),
            besideNotebook = Path.GetFullPath(Path.Combine(notebookFolder, named));
        return File.Exists(beside) || !File.Exists(besideNotebook) ? beside : besideNotebook;
    }

    private void Import(string file, TextPlace place)
    {
        try
        {
            switch (Path.GetExtension(file).ToLowerInvariant())
            {
                case ".cs" or ".csx" when !Notebook.IsNotebook(file):
                    ImportText(NamedFile.ReadAllText(file), file, NameInMessages(file), file);
                    break;
                case Notebook.JupyterExtension or Notebook.DibExtension or Notebook.CSharpExtension:
                    ImportNotebook(Notebook.Read(file), file, place);
                    break;
                default:
                    throw new DirectiveException(
                        $"{file} cannot be imported: only .cs, .csx, .ipynb and .dib files can.", place);
            }
        }
        catch (NotebookFormatException e)
        {
            throw new DirectiveException(e.Message, place, e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DirectiveException($"{file} cannot be read. {e.Message}", place, e);
        }
    }

    private void ImportNotebook(Notebook notebook, string file, TextPlace place)
    {
        if (!notebook.IsCSharp && !hasExtension)
            throw new DirectiveException(
                $"{file} is not a C# notebook: its language is {notebook.Language ?? "not named"}.", place);
        int number = 0;
        bool hasFileLines =
            Path.GetExtension(file).Equals(Notebook.CSharpExtension, StringComparison.OrdinalIgnoreCase);
        foreach (Cell imported in notebook.Cells)
        {
            if (imported is MarkdownCell)
                _steps.Add(new MarkdownStep(imported.Source, new(file, 1)));
            if (imported is not CodeCell code)
                continue;
            number++;
            if (code.IsSkipped)
                continue;
            string textPath = $"{file}#{number}", nameInMessages = NameInMessages(file);
            if (!hasFileLines)
                nameInMessages += Invariant($", code cell {number}");
            if ((code.Language ?? notebook.Language) is { } language && !NotebookLanguage.IsCSharp(language))
            {
                texts.Add(textPath, code.Source, origin, nameInMessages);
                _steps.Add(CellForExtension(language, code.Source, textPath));
            }
            else
            {
                ImportText(code.SourceInFile, textPath, nameInMessages, file);
            }
        }
    }

    private void ImportText(string text, string textPath, string nameInMessages, string file)
    {
        texts.Add(textPath, text, origin, nameInMessages);
        ReadText(text, textPath, Path.GetDirectoryName(file)!);
    }

    [GeneratedRegex(@"\.(cs|fs|vb)proj$", RegexOptions.IgnoreCase)]
    private static partial Regex ProjectFile();

    [GeneratedRegex(@"^\w+([.-]\w+)*$")]
    private static partial Regex PackageId();

    private const string Version = @"\d+(\.\d+)*(\.\*)?(-[\w.*-]+)?(\+[\w.-]+)?";

    /// <summary>A version such as <c>1.2.0-beta.1</c>, a floating one such as <c>1.*</c>, a range such as
    /// <c>[1.0, 2.0)</c>, or an empty string.</summary>
    [GeneratedRegex($@"^(\*(-\*)?|{Version}|[\[(]({Version})?(\s*,\s*({Version})?)?[\])])?$")]
    private static partial Regex PackageVersion();

    private string NameInMessages(string file) =>
        Path.GetRelativePath(folder, file) is var relative && relative.StartsWith("..", StringComparison.Ordinal)
            ? file : relative;
}
