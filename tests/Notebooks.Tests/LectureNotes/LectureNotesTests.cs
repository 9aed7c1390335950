namespace Notebooks.Tests.LectureNotes;

public class LectureNotesTests
{
    /// <summary>A bar within a cell would begin another one, a line break would end the table.</summary>
    [Fact]
    public void Every_row_has_as_many_cells_as_the_header()
    {
        Assert.Equal(4, Erratum.Tables.Count);
        Assert.All(Erratum.Tables, rows => Assert.All(rows, row => Assert.Equal(rows[0].Length, row.Length)));
    }

    [Fact]
    public void Ids_are_numbered_from_one_in_each_table()
    {
        Assert.Equal(
            Erratum.All.GroupBy(erratum => erratum.Id[0])
                .SelectMany(ids => ids.Select(one => one.Id).OrderBy(id => int.Parse(id.AsSpan(1), null))),
            Erratum.All.GroupBy(erratum => erratum.Id[0]).SelectMany(ids => ids.Select((_, i) => $"{ids.Key}{i + 1}")));
        Assert.Equal("ECG", string.Concat(Erratum.All.Select(erratum => erratum.Id[0]).Distinct()));
    }

    [Fact]
    public void A_line_links_to_sections_that_show_it_by_a_number() =>
        Assert.All(
            Erratum.All,
            erratum => Assert.All(
                erratum.Sections, cells => Assert.Contains(cells, cell => cell.HoldsClaims)));

    [Theory]
    [EveryNotebook]
    public void A_notebook_names_only_lines_that_the_tables_have(CourseNotebook notebook) =>
        Assert.All(
            Marker.In(notebook),
            marker =>
                Assert.True(
                    Erratum.All.Any(erratum => (erratum.Word, erratum.Id) == (marker.Word, marker.Id)),
                    $"{marker.Cell}: the tables have no \"{marker.Word} {marker.Id}\"; "
                        + $"each is written as in \"erratum E7\", \"convention C3\", \"reading G1\"."));
}
