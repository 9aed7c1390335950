namespace NeuralNotebooks.Cli;

internal sealed class CleanCommand : NnCommand
{
    private const string StandardInput = "-";

    private readonly Argument<string[]> _paths = new("PATH")
    {
        Description = "Notebooks in any language, or folders of notebooks; - reads a notebook from standard "
            + "input and writes it to standard output, as a filter of Git does.",
        Arity = ArgumentArity.OneOrMore,
    };
    private readonly Option<bool> _check = new("--check")
    {
        Description = "Change nothing, and exit with 1 if a notebook has outputs: for a hook before a commit.",
    };

    public CleanCommand(CommandContext context)
        : base("clean", "Removes outputs, execution counts and times from notebooks.", context)
    {
        AddAll(_paths, _check);
        Examples = [("nn clean notebooks", "removes the outputs before a commit; --check only looks")];
        SetAction(parsed => Run(parsed.GetValue(_paths)!, parsed.GetValue(_check)));
    }

    private int Run(string[] paths, bool isCheck)
    {
        if (paths is [StandardInput])
            return Clean(StandardInput, isCheck);
        var selection = NotebookSelection.Of(paths);
        foreach (string folder in selection.EmptyFolders)
            Terminal.WriteError($"There are no notebooks (.ipynb, .dib, .cs) in the folder {folder}.");
        int code = selection.EmptyFolders.Count > 0 ? ExitCode.NotFound : ExitCode.Passed;
        foreach (string path in selection.Notebooks)
            code = Math.Max(code, Clean(path, isCheck));
        return code;
    }

    private int Clean(string path, bool isCheck)
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
            Terminal.WriteLine($"{(isCheck ? "has outputs" : "cleaned")}: {path}");
            return isCheck ? ExitCode.Failed : ExitCode.Passed;
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return Terminal.Fail(ExitCode.NotFound, $"There is no file {path}.");
        }
        catch (Exception e) when (e is NotebookFormatException or IOException or UnauthorizedAccessException)
        {
            return Terminal.Fail(e is NotebookFormatException ? ExitCode.Of(e) : ExitCode.Failed, e.Message);
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
