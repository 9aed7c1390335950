namespace NeuralNotebooks.Cli;

/// <summary><c>nn convert</c>: converts a file of Polyglot Notebooks to a Jupyter notebook.</summary>
internal static class ConvertCommand
{
    public static Command Create(Terminal terminal)
    {
        var file = new Argument<string>("FILE") { Description = "A notebook of Polyglot Notebooks: NAME.dib." };
        var output = new PathOption<string?>("--output", "-o")
        {
            HelpName = "FILE",
            Description = "Where it goes (default: NAME.ipynb beside FILE). Nothing is overwritten.",
        };
        var command = new Command("convert", "Makes the Jupyter notebook NAME.ipynb of NAME.dib.") { file, output };
        command.SetAction(parsed => Run(parsed.GetValue(file)!, parsed.GetValue(output), terminal));
        return command;
    }

    private static int Run(string file, string? output, Terminal terminal)
    {
        output ??= Path.ChangeExtension(file, Notebook.JupyterExtension);
        if (!Notebook.IsDib(file) || Notebook.IsDib(output))
            return terminal.Fail(
                ExitCode.Usage,
                $"{file} is not converted to {output}: nn convert makes a notebook .ipynb of a file .dib.");
        try
        {
            var notebook = Notebook.Read(file);
            if (notebook.HasLostText)
                return terminal.Fail(ExitCode.Failed, Notebook.LostText(file));
            if (Path.Exists(output))
                return terminal.Fail(
                    ExitCode.Usage, $"{output} exists already: nothing was written. Choose another --output.");
            notebook.Write(output);
            terminal.WriteLine($"made: {output}");
            return ExitCode.Passed;
        }
        catch (Exception e) when (FileFailure.Is(e))
        {
            return FileFailure.Show(e, file, terminal);
        }
    }
}
