using System.CommandLine;
using NeuralNotebooks.Engine;

namespace NeuralNotebooks.Cli;

/// <summary><c>nn convert</c>: converts a file of Polyglot Notebooks to a Jupyter notebook, or the other way
/// round.</summary>
internal static class ConvertCommand
{
    public static Command Create(Terminal terminal)
    {
        var file = new Argument<string>("FILE")
        {
            Description = "A notebook: NAME.dib, which Polyglot Notebooks wrote, or NAME.ipynb.",
        };
        var output = new Option<string?>("--output", "-o")
        {
            Description = "Where it goes, in the format of the name (default: beside FILE). Nothing is overwritten.",
        };
        file.MustNotBeEmpty();
        output.MustNotBeEmpty();
        var command = new Command("convert", "Makes NAME.ipynb of NAME.dib, or NAME.dib of NAME.ipynb.")
        {
            file,
            output,
        };
        command.SetAction(parsed => Run(parsed.GetValue(file)!, parsed.GetValue(output), terminal));
        return command;
    }

    private static int Run(string file, string? output, Terminal terminal)
    {
        output ??= Path.ChangeExtension(file, Notebook.IsDib(file) ? Notebook.JupyterExtension : Notebook.DibExtension);
        if (Notebook.IsDib(file) == Notebook.IsDib(output))
            return terminal.Fail(
                ExitCode.Usage,
                $"{file} and {output} are in the same format: one of them must be a .dib file."
            );
        try
        {
            var notebook = Notebook.Read(file);
            if (notebook.HasLostText)
                return terminal.Fail(ExitCode.Failed, Notebook.LostText(file));
            if (Path.Exists(output))
                return terminal.Fail(
                    ExitCode.Usage,
                    $"{output} exists already: nothing was written. Choose another --output."
                );
            notebook.Write(output);
            terminal.WriteLine($"made: {output}");
            if (Notebook.IsDib(output) && LeftOut(notebook) is { Length: > 0 } parts)
                terminal.WriteNote($"a .dib file cannot store {parts}. They are in {file} only.");
            return ExitCode.Passed;
        }
        catch (InvalidOperationException e)
        {
            return terminal.Fail(ExitCode.Failed, $"{file}: {e.Message} Nothing was written.");
        }
        catch (Exception e) when (FileFailure.Is(e))
        {
            return FileFailure.Show(e, file, terminal);
        }
    }

    /// <summary>The parts of the notebook that a .dib file cannot store; empty if there are none.</summary>
    private static string LeftOut(Notebook notebook)
    {
        (string Name, int Count)[] parts =
        [
            ("outputs", notebook.CodeCells.Sum(cell => cell.Outputs.Count)),
            ("attached images", notebook.Cells.OfType<MarkdownCell>().Sum(cell => cell.AttachmentCount)),
            ("cells with metadata", notebook.Cells.Count(cell => cell.Metadata.Any(field => !IsLanguage(field.Key)))),
        ];
        return string.Join(
            ", ",
            parts.Where(part => part.Count > 0).Select(part => Invariant($"{part.Name} ({part.Count})"))
        );
    }

    private static bool IsLanguage(string field) => field is "polyglot_notebook" or "dotnet_interactive";
}
