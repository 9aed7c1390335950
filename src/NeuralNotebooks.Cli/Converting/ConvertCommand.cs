namespace NeuralNotebooks.Cli;

/// <summary><c>nn convert</c>: converts a file of Polyglot Notebooks to a Jupyter notebook.</summary>
internal sealed class ConvertCommand : NnCommand
{
    private readonly Argument<string> _file = new("FILE")
    {
        Description = "A notebook of Polyglot Notebooks: NAME.dib.",
    };
    private readonly PathOption<string?> _output = new("--output", "-o")
    {
        HelpName = "FILE",
        Description = "Where it goes (default: NAME.ipynb beside FILE). Nothing is overwritten.",
    };

    public ConvertCommand(Terminal terminal)
        : base("convert", "Makes the Jupyter notebook NAME.ipynb of NAME.dib.", terminal)
    {
        AddAll(_file, _output);
        Examples = [("nn convert old.dib", "the notebook old.ipynb, with the cells of old.dib")];
        SetAction(parsed => Run(parsed.GetValue(_file)!, parsed.GetValue(_output)));
    }

    private int Run(string file, string? output)
    {
        output ??= Path.ChangeExtension(file, Notebook.JupyterExtension);
        if (!Notebook.IsDib(file) || Notebook.IsDib(output))
            return Terminal.Fail(
                ExitCode.Usage,
                $"{file} is not converted to {output}: nn convert makes a notebook .ipynb of a file .dib.");
        try
        {
            var notebook = Notebook.Read(file);
            if (notebook.HasLostText)
                return Terminal.Fail(ExitCode.Failed, Notebook.LostText(file));
            if (Path.Exists(output))
                return Terminal.Fail(
                    ExitCode.Usage, $"{output} exists already: nothing was written. Choose another --output.");
            notebook.Write(output);
            Terminal.WriteLine($"made: {output}");
            return ExitCode.Passed;
        }
        catch (Exception e) when (FileFailure.Is(e))
        {
            return FileFailure.Show(e, file, Terminal);
        }
    }
}
