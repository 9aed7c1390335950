using System.Globalization;
using System.Text;
using System.Xml.Linq;
using NeuralNotebooks.Engine;

namespace NeuralNotebooks.Runner;

/// <summary>A cell as a test case, for the two XML formats.</summary>
/// <param name="Notebook">The run of the notebook.</param>
/// <param name="Name">E.g. "cell 7".</param>
/// <param name="Cell">The run of the cell.</param>
internal sealed record ReportCase(NotebookRun Notebook, string Name, CellRun Cell)
{
    /// <summary>The notebook's cells; one case for the whole notebook if it could not be read or its process did not
    /// start.</summary>
    public static IReadOnlyList<ReportCase> Of(NotebookRun run)
    {
        IEnumerable<ReportCase> cells = run.Cells.Select(cell => new ReportCase(
            run,
            Invariant($"cell {cell.Number}"),
            cell
        ));
        return run.Error is { Cell: null } error
            ? [new(run, "notebook", new CellRun(0, "", CellStatus.Failed, run.Duration, [], error)), .. cells]
            : [.. cells];
    }

    /// <summary>The name of the test class.</summary>
    public string ClassName => Path.GetFileNameWithoutExtension(Notebook.Path);

    /// <summary>The error with its location, the source line and the stack trace; null if the cell passed.</summary>
    public string? Details
    {
        get
        {
            if (Cell.Error is not { } error)
                return null;
            var text = new StringBuilder($"{error.Where}: {error.Message}\n");
            if (error.SourceLine is { } line)
                text.Append(CultureInfo.InvariantCulture, $"    {line.Trim()}\n");
            foreach (string frame in error.Traceback ?? [])
                text.Append(frame).Append('\n');
            return text.ToString();
        }
    }

    /// <summary>An element with the text that the cell printed; null if there is none.</summary>
    public XElement? Printed(string element, StreamName stream)
    {
        IEnumerable<StreamOutput> outputs = Cell.Outputs.OfType<StreamOutput>().Where(output => output.Name == stream);
        string text = string.Concat(outputs.Select(output => output.Text));
        return text.Length > 0 ? new XElement(element, text) : null;
    }
}
