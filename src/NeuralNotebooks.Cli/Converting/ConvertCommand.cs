namespace NeuralNotebooks.Cli;

/// <summary><c>nn convert</c>: converts a notebook between Jupyter's format and text formats.</summary>
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

    public ConvertCommand(Terminal terminal)
        : base(
            "convert", "Makes a C# file (.cs) of a Jupyter notebook (.ipynb), or the latter of a .cs or .dib file.",
            terminal)
    {
        AddAll(_file, _output);
        Examples =
        [
            ("nn convert lesson.ipynb", "the notebook as the C# file lesson.cs, for an editor and for diffs"),
            ("nn convert lesson.cs lesson.ipynb", "and back"),
        ];
        SetAction(parsed => Run(parsed.GetValue(_file)!, parsed.GetValue(_output)));
    }

    private int Run(string file, string? output)
    {
        string? other =
            Notebook.IsText(file) ? Notebook.JupyterExtension
            : Notebook.IsNotebook(file) ? Notebook.CSharpExtension
            : null;
        output ??= Path.ChangeExtension(file, other);
        if (other is null || !output.EndsWith(other, StringComparison.OrdinalIgnoreCase))
            return Terminal.Fail(
                ExitCode.Usage,
                $"{file} is not converted to {output}: nn convert makes .cs of .ipynb, and .ipynb of .cs or .dib.");
        try
        {
            var notebook = Notebook.Read(file);
            if (notebook.HasLostText)
                return Terminal.Fail(ExitCode.Failed, Notebook.LostText(file));
            if (Path.Exists(output))
                return Terminal.Fail(
                    ExitCode.Usage, $"{output} exists already: nothing was written. Name another file.");
            notebook.Write(output);
            Terminal.WriteLine($"made: {output}");
            if (!Notebook.IsNotebook(output) && notebook.Cells.OfType<MarkdownCell>().Any(cell => cell.HasAttachments))
                Terminal.WriteNote($"the images attached to cells of {file} are not in {output}.");
            return ExitCode.Passed;
        }
        catch (Exception e) when (FileFailure.Is(e))
        {
            return FileFailure.Show(e, file, Terminal);
        }
    }
}
