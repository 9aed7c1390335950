namespace NeuralNotebooks.Classroom.Tests.Marking;

public sealed class MarkingGuideTests
{
    internal const string Given = """
        <!-- TASK why: 3 points, by hand -->
        ## Why $W^T$?

        In your own words.

        *(Double-click this cell and write below the line.)*

        ---

        """;

    internal const string Reference = Given + """

        <!-- BEGIN SOLUTION -->
        Along each path.

        **Marking.** 1 point: several paths, $w_{jk}$ each.
        1.5 points: the sum over the units. Shapes alone earn nothing.
        <!-- END SOLUTION -->
        """;

    /// <summary>The task with a text that a student has added. The text "nothing" stands for an unchanged cell, and
    /// "none" for a missing answer.</summary>
    internal static JudgedTask Task(string added)
    {
        string? submitted = added switch
        {
            "none" => null,
            "nothing" => Given,
            _ => Given + added,
        };
        return GradedClass.ByHand("why", 3, submitted) with { Solution = Reference };
    }

    [Theory]
    [Cases(
        "*(Double-click this cell and write below the line.)* Because.", "Because.",
        "In your own words. Because.", "Because.",
        "---\nmine", "---\nmine",
        "  indented\n\n\nlast  ", "  indented\n\n\nlast  ")]
    public void What_was_written_into_the_given_lines_is_kept(string written, string added)
    {
        string given = Given
            .Split('\n')
            .Where(line => line.Length > 8 && written.StartsWith(line, StringComparison.Ordinal))
            .Aggregate(Given, (text, line) => text.Replace(line, "", StringComparison.Ordinal));

        Assert.Equal(added, MarkingGuide.Of(Task("")).AddedTo($"{given}\n{written}\n"));
    }
}
