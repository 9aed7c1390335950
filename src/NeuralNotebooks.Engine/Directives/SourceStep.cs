namespace NeuralNotebooks.Engine;

internal abstract record SourceStep(TextPlace Place);

/// <summary>C# code. The lines of other steps are blank, so that the compiler reports correct line numbers.</summary>
internal sealed record CodeStep(string Code, TextPlace Place) : SourceStep(Place);

internal sealed record MarkdownStep(string Text, TextPlace Place) : SourceStep(Place);

/// <summary>A part of a cell that the host's <see cref="SessionExtension"/> runs: text in another language with the
/// line <c>#!NAME</c> above it, or the line of a magic command.</summary>
/// <param name="Place">The place of the text's first line; line 0 if the cell itself does not have this line.</param>
internal sealed record ExtensionStep(string Text, TextPlace Place) : SourceStep(Place);

/// <summary><c>#r "file"</c>: the path of an assembly, or the name of an assembly of the framework.</summary>
internal sealed record ReferenceStep(string Reference, string Folder, TextPlace Place) : SourceStep(Place);

/// <summary><c>#r "NAME.csproj"</c> or <c>#:project PATH</c>: a project, which is built for the cells.</summary>
internal sealed record ProjectStep(string Project, string Folder, TextPlace Place) : SourceStep(Place)
{
    public DirectiveException Refusal => new(
        $"{Project} is a project. A build runs a project's own commands, so only notebooks that you run yourself, "
            + "with nn run (without --untrusted) or in Jupyter, can name one: not submissions and live pages.", Place);

    /// <summary>The file of the project. The path may also be that of a folder with only one.</summary>
    public string FileIn(string notebookFolder)
    {
        string path = CellReader.PathOf(Project.Replace('\\', '/'), Folder, notebookFolder);
        string[] found = Directory.Exists(path) ? Directory.GetFiles(path, "*.??proj") : [path];
        return found is [var file] && File.Exists(file) ? file : throw new DirectiveException(
            found.Length > 1 ? $"{path} has several projects: name one of them."
                : $"There is no project {path}. Paths are relative to the notebook's folder.", Place);
    }
}

internal sealed record PackageStep(string Id, string? Version, TextPlace Place) : SourceStep(Place);

internal sealed record PackageSourceStep(string Source, TextPlace Place) : SourceStep(Place);

/// <summary><c>#!time</c>: the time that the whole cell takes is shown at its end.</summary>
internal sealed record TimeStep(TextPlace Place) : SourceStep(Place);
