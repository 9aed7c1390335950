using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Notebooks.Tests.LectureNotes;

/// <summary>
/// Notebook 10 shows the tables that <see cref="Errata"/> and <see cref="Notation"/> hold. After a change there,
/// rewrite its cells with
/// <c>NN_WRITE_TABLES=1 dotnet test --project tests/Notebooks.Tests -- --filter-class "*LectureTablesTests"</c>;
/// nothing else in the notebook changes.
/// </summary>
public class LectureTablesTests
{
    private static readonly JsonSerializerOptions _asJupyterWrites = new()
    {
        WriteIndented = true,
        IndentSize = 1,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static TheoryData<string> Cells => [.. LectureTables.ByCell.Keys];

    [Theory]
    [MemberData(nameof(Cells))]
    public void A_table_in_notebook_10_is_the_one_that_its_source_gives(string cell)
    {
        if (Environment.GetEnvironmentVariable("NN_WRITE_TABLES") == "1")
        {
            Write(cell, LectureTables.ByCell[cell]);
        }

        Assert.Equal(
            LectureTables.ByCell[cell],
            CourseNotebook.Open(LectureTables.Notebook).Cells.Single(c => c.Id == cell).Source
        );
    }

    /// <summary>A bar within a cell would begin another one, a line break would end the table.</summary>
    [Fact]
    public void Every_row_has_as_many_cells_as_the_header()
    {
        Assert.All(
            LectureTables.ByCell.Values,
            table =>
            {
                int[] bars = [.. table.Split('\n').Select(line => line.Count(c => c == '|'))];
                Assert.All(bars, count => Assert.Equal(bars[0], count));
            }
        );
    }

    [Fact]
    public void Ids_are_numbered_from_one_in_each_table()
    {
        Assert.Equal(Errata.Errors.Select((_, i) => $"E{i + 1}"), Errata.Errors.Select(erratum => erratum.Id));
        Assert.Equal(
            Errata.Conventions.Select((_, i) => $"C{i + 1}"),
            Errata.Conventions.Select(erratum => erratum.Id)
        );
        Assert.Equal(Errata.Readings.Select((_, i) => $"G{i + 1}"), Errata.Readings.Select(erratum => erratum.Id));
    }

    private static void Write(string cell, string table)
    {
        string path = CourseNotebook.Open(LectureTables.Notebook).Path;
        JsonNode document = JsonNode.Parse(File.ReadAllText(path))!;
        JsonNode target = document["cells"]!.AsArray().Single(node => (string?)node!["id"] == cell)!;
        target["source"] = CourseNotebook.LinesOf(table);
        File.WriteAllText(path, document.ToJsonString(_asJupyterWrites) + "\n");
    }
}
