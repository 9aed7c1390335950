namespace NeuralNotebooks.Classroom.Tests;

internal static class SourceNotebook
{
    /// <summary>A task with 4 points and three probes: one has 2 points, and the others share the rest.</summary>
    public static readonly string[] ProductGate =
    [
        """
        // TASK product-gate: 4 points
        double[] ProductGate(double x, double y, double dz)
        {
            // BEGIN SOLUTION
            return [dz * y, dz * x];
            // END SOLUTION
        }
        """,
        """
        // TESTS product-gate
        // BEGIN HIDDEN TESTS
        double two = 2;
        Probe("at (3, −1)", ProductGate(3, -1, two));
        Probe("an input of 0", ProductGate(0, 5, 1), points: 2, tolerance: 1e-9);
        Probe("both negative", ProductGate(-3, -4, 1), shown: true);
        // END HIDDEN TESTS
        """,
        """
        // MISTAKE product-gate: the arriving gradient is forgotten
        double[] ProductGate(double x, double y, double dz) => [y, x];
        """,
        """
        // FORBIDDEN product-gate
        // M:NeuralNotebooks.Value.Backward
        """,
    ];

    /// <summary>The file's text: cells that begin with a # or with &lt;!-- are Markdown.</summary>
    public static string Json(params IEnumerable<string> cells) =>
        TemporaryFolder.NotebookText(
            cells.Select(cell =>
                (cell.StartsWith("# ", StringComparison.Ordinal) || cell.StartsWith("<!--", StringComparison.Ordinal)
                    ? "*"
                    : ">", cell)
            ));

    /// <summary>The text of a submitted notebook, in which no cell has the id of the source's.</summary>
    public static string Submitted(params IEnumerable<string> cells) => Json(cells).Replace("\"cell-", "\"own-");

    public static string Write(TemporaryFolder folder, params IEnumerable<string> cells) =>
        folder.File(Path.Combine("A1", "A1.ipynb"), Json(cells));

    public static AssignmentSource Read(params IEnumerable<string> cells)
    {
        using TemporaryFolder folder = new();
        return SourceReader.Read(Write(folder, cells));
    }
}
