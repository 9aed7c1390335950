namespace NeuralNotebooks.Site.Tests;

public class CheckpointTimeTests
{
    private const string Starter = """
        Mat Sum(Mat a, Mat b)
        {
            return a;            // your code here
        }
        Check.Sum(Sum)
        """;

    [Theory]
    [InlineData(0, 2)]
    [InlineData(1, 5)]
    [InlineData(2, 5)]
    [InlineData(3, 10)]
    [InlineData(5, 10)]
    [InlineData(6, 15)]
    [InlineData(9, 20)]
    [InlineData(50, 20)]
    public void A_checkpoint_takes_two_minutes_and_two_for_each_new_line_of_its_solution(int lines, int minutes)
    {
        string written = string.Concat(Enumerable.Range(0, lines).Select(line => $"    a += b[{line}];\n"));

        Assert.Equal(minutes, CheckpointTime.Of(
            [Code(Starter), Text(Solution($"Mat Sum(Mat a, Mat b)\n{{\n{written}}}\nCheck.Sum(Sum)"))]));
    }

    [Fact]
    public void Lines_that_a_cell_of_the_checkpoint_has_with_another_comment_or_indentation_are_not_counted() =>
        Assert.Equal(2, CheckpointTime.Of(
            [
                Code("double rate = 0.1;"),
                Code(Starter),
                Text("Think of **two**."),
                Text(Solution("double rate = 0.1;\n// The sum:\n{\n  return a;  // it is a\n}\n")),
            ]));

    [Fact]
    public void Without_a_solution_before_the_next_heading_no_time_is_known()
    {
        Assert.Null(CheckpointTime.Of([Code(Starter)]));
        Assert.Null(CheckpointTime.Of([Code(Starter), Text("## Next"), Text(Solution("a + b"))]));
    }

    [Fact]
    public void The_page_says_the_time_beside_the_heading()
    {
        using TemporaryCourse course = new();
        course.With("01-a.ipynb",
                Text("# A\n\n## Checkpoint 1\n\nAdd."), Code(Starter), Text(Solution("return a + b;")))
            .Build(new() { Node = "no-such-program" });

        course.Read("01-a.html").ShouldContain("<p>about 5 minutes</p></header>");
    }

    private static string Solution(string code) =>
        $"<details><summary>Solution</summary>\n\n```csharp\n{code}\n```\n\n</details>";
}
