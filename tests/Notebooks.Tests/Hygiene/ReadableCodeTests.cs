using Microsoft.CodeAnalysis;

namespace Notebooks.Tests.Hygiene;

/// <summary>The code that a reader sees says what its formula says: what checks the text is folded, and what formats
/// numbers is in the kit.</summary>
public class ReadableCodeTests
{
    [Theory]
    [EveryNotebook]
    public void Claims_and_nothing_else_are_folded(CourseNotebook notebook)
    {
        Assert.Equal(
            notebook.Code.Where(cell => cell.HoldsClaims).Select(cell => cell.Id),
            notebook.Code.Where(cell => cell.IsFolded).Select(cell => cell.Id)
        );
    }

    [Theory]
    [EveryNotebook]
    public void What_a_folded_cell_declares_no_other_cell_needs(CourseNotebook notebook)
    {
        PortableSubmissions session = PortableSubmissions.WithKit();

        Assert.All(
            notebook.Code.Skip(1).Where(cell => !cell.IsFolded),
            cell => Assert.True(session.Submit(cell.Source) is [], $"{notebook.Name}, cell {cell.Number} ({cell.Id})")
        );
    }

    [Theory]
    [EveryNotebook, EveryAssignment]
    public void No_cell_and_no_solution_names_a_culture(CourseNotebook notebook)
    {
        Assert.All(
            notebook.Cells,
            cell => cell.Source.ShouldNotContain("Invariant", "CultureInfo", "FormattableString")
        );
    }
}
