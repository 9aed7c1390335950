namespace Notebooks.Tests.LectureNotes;

/// <summary>The tables of notebook 10.</summary>
public class LectureTablesTests
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
            Erratum.All.Select(erratum => erratum.Id),
            Erratum.All.GroupBy(erratum => erratum.Id[0]).SelectMany(ids => ids.Select((_, i) => $"{ids.Key}{i + 1}"))
        );
        Assert.Equal("ECG", string.Concat(Erratum.All.Select(erratum => erratum.Id[0]).Distinct()));
    }

    [Fact]
    public void A_line_links_to_the_sections_that_first_name_it() =>
        Assert.All(
            Erratum.All,
            erratum =>
                Assert.Equal(
                    string.Join(
                        ", ",
                        erratum.Notebooks.Select(name => Section.Of(erratum, name).Link(from: Erratum.Notebook))
                    ),
                    erratum.Links
                )
        );
}
