namespace NeuralNotebooks.Cli;

internal sealed class ConvertCommand : NnCommand
{
    private readonly Argument<string> _file = new("FILE")
    {
        Description = "A notebook: NAME.ipynb, NAME.cs or NAME.dib.",
    };
    private readonly Argument<string?> _output = new("OUTPUT")
    {
        Description = "The new notebook, .cs or .ipynb (default: NAME.cs for NAME.ipynb, else NAME.ipynb, beside "
            + "FILE). Nothing is overwritten.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<bool> _program = new("--program")
    {
        Description = "Make a program of the cells instead, NAME.program.cs: dotnet run runs it, and a debugger stops "
            + "in FILE. An earlier program is overwritten.",
    };

    public ConvertCommand(CommandContext context)
        : base(
            "convert", "Makes a C# file (.cs) of a Jupyter notebook (.ipynb), or the latter of a .cs or .dib file.",
            context)
    {
        AddAll(_file, _output, _program);
        Examples =
        [
            ("nn convert lesson.ipynb", "the notebook as the C# file lesson.cs, for an editor and for diffs"),
            ("nn convert lesson.cs lesson.ipynb", "and back"),
            ("nn convert --program lesson.cs", "the program lesson.program.cs, for dotnet run lesson.program.cs"),
        ];
        SetAction(parsed => Run(parsed.GetValue(_file)!, parsed.GetValue(_output), parsed.GetValue(_program)));
    }

    private int Run(string file, string? output, bool isProgram) =>
        !Path.Exists(file) ? Terminal.Fail(ExitCode.NotFound, $"There is no file {file}.")
        : isProgram ? MakeProgram(file, output)
        : Convert(file, output);

    private int MakeProgram(string file, string? output)
    {
        output ??= Path.ChangeExtension(file, ".program.cs");
        string first = $"// Made by nn convert --program of {Path.GetFileName(file)}";
        if (Path.Exists(output) && !NamedFile.ReadAllText(output).Contains(first, StringComparison.Ordinal))
            return Terminal.Fail(
                ExitCode.Usage, $"{output} exists already and is no program of {file}: nothing was written.");
        var program = NotebookProgram.Of(file, Workplace.Kit?.Script);
        foreach (string note in program.Notes)
            Terminal.WriteLine(note);
        foreach (string obstacle in program.Obstacles)
            Terminal.WriteError(obstacle);
        if (program.Obstacles.Count > 0)
            return Terminal.Fail(ExitCode.Failed, $"{file} is not made a program.");
        NamedFile.Write(
            Path.Combine(Path.GetDirectoryName(Path.GetFullPath(output))!, NotebookProgram.DisplayFile),
            NotebookProgram.DisplayText);
        NamedFile.Write(output, program.ToString().Replace("dotnet\n", $"dotnet\n{first}\n"));
        Terminal.WriteLine($"made: {output}");
        return ExitCode.Passed;
    }

    private int Convert(string file, string? output)
    {
        string? other =
            Notebook.IsText(file) ? Notebook.JupyterExtension
            : Notebook.IsByName(file) ? Notebook.CSharpExtension
            : null;
        output ??= Path.ChangeExtension(file, other);
        if (other is null || !output.EndsWith(other, StringComparison.OrdinalIgnoreCase))
            return Terminal.Fail(
                ExitCode.Usage,
                $"{file} is not converted to {output}: nn convert makes .cs of .ipynb, and .ipynb of .cs or .dib.");
        var notebook = Notebook.Read(file);
        if (notebook.HasLostText)
            return Terminal.Fail(ExitCode.Failed, Notebook.LostText(file));
        if (Path.Exists(output))
            return Terminal.Fail(ExitCode.Usage, $"{output} exists already: nothing was written. Name another file.");
        notebook.Write(output);
        Terminal.WriteLine($"made: {output}");
        if (!Notebook.IsByName(output) && notebook.Cells.OfType<MarkdownCell>().Any(cell => cell.HasAttachments))
            Terminal.WriteNote($"the images attached to cells of {file} are not in {output}.");
        return ExitCode.Passed;
    }
}
