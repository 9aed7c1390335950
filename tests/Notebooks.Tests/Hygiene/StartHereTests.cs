namespace Notebooks.Tests.Hygiene;

/// <summary>Notebook 00 leads to all the others.</summary>
public class StartHereTests
{
    private const string StartHere = "00-start-here.ipynb";

    [Theory]
    [MemberData(nameof(CourseNotebook.Names), MemberType = typeof(CourseNotebook))]
    public void Its_map_names_every_other_notebook_by_its_title(string name)
    {
        if (name == StartHere)
        {
            return;
        }

        string title = CourseNotebook.Open(name).Cells[0].Lines[0].TrimStart('#', ' ');
        string map = string.Join('\n', CourseNotebook.Open(StartHere).Markdown.Select(cell => cell.Source));

        map.ShouldContain($"| [**{name[..2]}**]({name}) | *{title}*");
    }
}
