namespace NeuralNotebooks.Cli;

/// <summary><c>nn clean</c>: removes the outputs of notebooks, for example before a commit.</summary>
internal static class CleanCommand
{
    /// <summary>The path that stands for standard input.</summary>
    private const string StandardInput = "-";

    public static Command Create(Terminal terminal)
    {
        var paths = new Argument<string[]>("PATH")
        {
            Description = "Notebooks in any language, or folders of notebooks; - reads a notebook from standard "
                + "input and writes it to standard output, as a filter of Git does.",
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
        if (paths is [StandardInput])
            return Clean(StandardInput, isCheck, terminal);
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
        bool isFilter = path == StandardInput;
        try
        {
            byte[] content = isFilter ? ReadStandardInput() : NamedFile.ReadAllBytes(path);
            var notebook = Notebook.Read(content, isFilter ? "Standard input" : path);
            bool had = false;
            foreach (CodeCell cell in notebook.CodeCells)
                had |= cell.Clear();
            if (isFilter && !isCheck)
            {
                using Stream output = System.Console.OpenStandardOutput();
                output.Write(had ? notebook.ToBytes("standard input") : content);
            }
            if (!had || isFilter)
                return had && isCheck ? ExitCode.Failed : ExitCode.Passed;
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

    private static byte[] ReadStandardInput()
    {
        using Stream input = System.Console.OpenStandardInput();
        using var content = new MemoryStream();
        input.CopyTo(content);
        return content.ToArray();
    }
}
