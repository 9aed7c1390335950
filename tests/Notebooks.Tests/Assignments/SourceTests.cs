using NeuralNotebooks.Classroom;

namespace Notebooks.Tests.Assignments;

/// <summary>The sources of the assignments are complete: tasks, probes, known mistakes, and what an answer must not
/// use.</summary>
public class SourceTests
{
    private const int MinProbes = 6,
        MinMistakes = 8;

    /// <summary>What a page of the course site shows without horizontal scrolling.</summary>
    private const int MaxLineLength = 88;

    [Theory]
    [EveryAssignment]
    public void A_source_is_named_after_its_folder_and_asks_a_question(CourseNotebook notebook)
    {
        Assert.Equal(
            Path.GetFileNameWithoutExtension(notebook.Path),
            Path.GetFileName(Path.GetDirectoryName(notebook.Path))
        );
        Assert.Matches("^# A[1-7] · .+\\?$", notebook.Cells[0].Lines[0]);
    }

    [Theory]
    [EveryAssignment]
    public void Every_task_that_is_not_marked_by_hand_has_probes_mistakes_and_something_forbidden(
        CourseNotebook notebook
    )
    {
        AssignmentSource source = SourceReader.Read(notebook.Path);

        Assert.All(
            source.Tasks.Where(task => !task.IsByHand),
            task =>
            {
                Assert.True(task.Probes.Count >= MinProbes, $"{task.Name} has {task.Probes.Count} probes");
                Assert.True(task.Mistakes.Count >= MinMistakes, $"{task.Name} has {task.Mistakes.Count} mistakes");
                Assert.NotEmpty(task.Forbidden);
                Assert.Equal(task.Mistakes.Count, task.Mistakes.Select(mistake => mistake.Sentence).Distinct().Count());
            }
        );
    }

    [Theory]
    [EveryAssignment]
    public void A_student_is_shown_a_few_probes_of_a_source_and_never_all_of_a_task(CourseNotebook notebook)
    {
        AssignmentSource source = SourceReader.Read(notebook.Path);

        Assert.Contains(source.Tasks, task => task.Probes.Any(probe => probe.IsShown));
        Assert.All(source.Tasks, task => Assert.InRange(task.Probes.Count(probe => probe.IsShown), 0, 1));
    }

    [Theory]
    [EveryAssignment]
    public void The_table_of_the_first_cell_has_the_points_of_each_task(CourseNotebook notebook)
    {
        AssignmentSource source = SourceReader.Read(notebook.Path);
        string[][] rows =
        [
            .. notebook
                .Cells[0]
                .Lines.Where(line => line.StartsWith("| ", StringComparison.Ordinal))
                .Skip(1)
                .Select(line => line.Split('|', StringSplitOptions.TrimEntries)),
        ];

        Assert.Equal(source.Tasks.Select(task => task.Points.ToString()), rows.Select(row => row[3]));
        notebook
            .Cells[0]
            .Source.ShouldContain(
                $"{source.Tasks.Aggregate(new Points(0, 1), (sum, task) => sum + task.Points)} points",
                $"about {rows.Sum(row => int.Parse(row[4], System.Globalization.CultureInfo.InvariantCulture))} minutes"
            );
    }

    [Theory]
    [EveryAssignment]
    public void Code_fits_on_a_page_and_mistakes_come_last(CourseNotebook notebook)
    {
        bool IsHidden(CourseCell cell) =>
            cell.Source.StartsWith("// MISTAKE", StringComparison.Ordinal)
            || cell.Source.StartsWith("// FORBIDDEN ", StringComparison.Ordinal);

        Assert.All(notebook.Cells.SkipWhile(cell => !IsHidden(cell)), cell => Assert.True(IsHidden(cell), cell.Id));
        Assert.All(
            notebook.Code,
            cell =>
                Assert.All(
                    cell.Lines.Skip(IsHidden(cell) ? 1 : 0),
                    line => Assert.True(line.Length <= MaxLineLength, $"{notebook.Name}, {cell.Id}: {line}")
                )
        );
    }
}
