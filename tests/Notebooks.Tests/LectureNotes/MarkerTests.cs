namespace Notebooks.Tests.LectureNotes;

/// <summary>The tables and the notebooks point at each other: no line without a place that shows it, no place without a
/// line.</summary>
public class MarkerTests
{
    /// <summary>Each line with each notebook that it points to.</summary>
    public static TheoryData<string, string> Places =>
        [.. Erratum.All.SelectMany(erratum => erratum.Notebooks.Select(notebook => (erratum.Id, notebook)))];

    [Theory]
    [MemberData(nameof(Places))]
    public void A_line_of_the_tables_is_shown_by_a_number_where_it_points_to(string id, string name)
    {
        CourseNotebook notebook = CourseNotebook.Open(name);
        Erratum erratum = Erratum.All.Single(line => line.Id == id);
        Marker[] markers = [.. Marker.In(notebook).Where(marker => marker.Id == id)];

        Assert.True(markers.Length > 0, $"No Markdown cell of {name} says \"{erratum}\".");
        Assert.True(
            markers.Any(marker => marker.Demonstration(notebook) is not null),
            $"{name} says \"{erratum}\", but no claim follows in that section."
        );
    }

    [Theory]
    [EveryNotebook]
    public void A_notebook_names_only_lines_that_the_tables_have(CourseNotebook notebook)
    {
        Assert.All(
            Marker.In(notebook),
            marker =>
                Assert.True(
                    Erratum.All.Any(erratum => (erratum.Word, erratum.Id) == (marker.Word, marker.Id)),
                    $"{notebook.Name}, cell {marker.Cell.Number}: the tables have no \"{marker.Word} {marker.Id}\"; "
                        + $"each is written as in \"erratum E7\", \"convention C3\", \"reading G1\"."
                )
        );
    }
}
