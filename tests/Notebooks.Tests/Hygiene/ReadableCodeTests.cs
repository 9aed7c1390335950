using Microsoft.CodeAnalysis;

namespace Notebooks.Tests.Hygiene;

/// <summary>The code that a reader sees says what its formula says: what checks the text is folded, and what formats
/// numbers is in the kit.</summary>
public class ReadableCodeTests
{
    [Theory]
    [MemberData(nameof(CourseNotebook.Names), MemberType = typeof(CourseNotebook))]
    public void Claims_and_nothing_else_are_folded(string name)
    {
        CourseNotebook notebook = CourseNotebook.Open(name);

        Assert.Equal(
            notebook.Code.Where(cell => cell.HoldsClaims).Select(cell => cell.Id),
            notebook.Code.Where(cell => cell.IsFolded).Select(cell => cell.Id)
        );
    }

    [Theory]
    [MemberData(nameof(CourseNotebook.Names), MemberType = typeof(CourseNotebook))]
    public void What_a_folded_cell_declares_no_other_cell_needs(string name)
    {
        PortableSubmissions session = PortableSubmissions.WithKit();

        Assert.All(
            CourseNotebook.Open(name).Code.Skip(1).Where(cell => !cell.IsFolded),
            cell => Assert.True(session.Submit(cell.Source) is [], $"{name}, cell {cell.Number} ({cell.Id})")
        );
    }

    [Theory]
    [MemberData(nameof(CourseNotebook.NamesAndAssignments), MemberType = typeof(CourseNotebook))]
    public void No_cell_and_no_solution_names_a_culture(string name)
    {
        Assert.All(
            CourseNotebook.Open(name).Cells,
            cell => cell.Source.ShouldNotContain("Invariant", "CultureInfo", "FormattableString")
        );
    }
}
