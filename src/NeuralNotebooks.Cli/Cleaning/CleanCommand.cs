namespace NeuralNotebooks.Cli;

/// <summary><c>nn clean</c>: removes the outputs of notebooks, for example before a commit.</summary>
internal static class CleanCommand
{
    public static Command Create(Terminal terminal)
    {
        var paths = new Argument<string[]>("PATH")
        {
            Description = "Notebooks in any language, or folders of notebooks.",
            Arity = ArgumentArity.OneOrMore,
        };
        var check = new Option<bool>("--check")
        {
            Description = "Change nothing, and exit with 1 if a notebook has outputs: for a hook before a commit.",
        };
        var command = new Command("clean", "Removes outputs, execution counts and times from notebooks.")
        {
            paths, check,
        };
        command.SetAction(parsed => Run(parsed.GetValue(paths)!, parsed.GetValue(check), terminal));
        return command;
    }

    private static int Run(string[] paths, bool isCheck, Terminal terminal)
    {
        var selection = NotebookSelection.Of(paths);
        foreach (string folder in selection.EmptyFolders)
            terminal.WriteError($"There are no notebooks (.ipynb, .dib) in the folder {folder}.");
        int code = selection.EmptyFolders.Count > 0 ? ExitCode.NotFound : ExitCode.Passed;
        foreach (string path in selection.Notebooks)
            code = Math.Max(code, Clean(path, isCheck, terminal));
        return code;
    }

    private static int Clean(string path, bool isCheck, Terminal terminal)
    {
        try
        {
            var notebook = Notebook.Read(path);
            bool had = false;
            foreach (CodeCell cell in notebook.CodeCells)
                had |= cell.Clear();
            if (!had)
                return ExitCode.Passed;
            if (!isCheck)
                notebook.WriteBack(path);
            terminal.WriteLine($"{(isCheck ? "has outputs" : "cleaned")}: {path}");
            return isCheck ? ExitCode.Failed : ExitCode.Passed;
        }
        catch (Exception e) when (FileFailure.Is(e))
        {
            return FileFailure.Show(e, path, terminal);
        }
    }
}
