using System.Net;

namespace NeuralNotebooks.Classroom.Tests.Pages;

public class DifferenceTableTests
{
    [Fact]
    public void Of_a_large_matrix_only_the_largest_differences_are_named_by_row_and_column()
    {
        double[] expected = new double[30 * 4];
        double[] actual = [.. expected.Select((_, i) => i < 20 ? (double)i + 1 : 0)];

        string[] rows = Rows(new MatrixValue(30, 4, expected), new MatrixValue(30, 4, actual));

        Assert.Equal("row 19, column 0 | 0 | 20 | 20", rows[1]);
        Assert.Equal("row 12, column 0 | 0 | 13 | 13", rows[8]);
        Assert.Equal("… and 12 more.", rows[^1]);
    }

    [Theory]
    [Cases(
        "1", "2.5", " | 1 | 2.5 | 1.5",
        "[1, 2, 3]", "[1, 5, 3]", "[1] | 2 | 5 | 3",
        "{'a': 1, 'b': [4, 5]}", "{'a': 1, 'b': [4, 3]}", "b[1] | 5 | 3 | −2",
        "'yes'", "'no'", " | “yes” | “no” |",
        "[1, 2]", "[1, 2, 3]", " | [1, 2] | [1, 2, 3] |",
        "{'matrix': [[1, 2], [3, 4]]}", "{'matrix': [[1, 2], ['Infinity', 4]]}", "row 1, column 0 | 3 | ∞ |")]
    public void A_number_or_text_that_differs_has_a_row_of_the_table(string expected, string actual, string row) =>
        Assert.Equal(row.Trim(), Rows(GradedClass.Parse(expected), GradedClass.Parse(actual))[1]);

    [Fact]
    public void A_number_within_the_tolerance_of_the_probe_has_no_row() =>
        Assert.Equal(
            ["Place, from 0 | Expected | Yours | Difference", "[1] | 2 | 3 | 1"],
            Rows(GradedClass.List(1, 2), GradedClass.List(1.01, 3), tolerance: 0.1));

    private static string[] Rows(ProbeValue expected, ProbeValue actual, double? tolerance = null)
    {
        string html = $"{DifferenceTable.Of(expected, actual, new("a probe", "F()", 1, tolerance))}";
        string text = Regex.Replace(Regex.Replace(html, @"</t[dh]>\s*(?=<t[dh])", " | "), "</tr>|</p>", "\n");
        return
        [
            .. WebUtility.HtmlDecode(Regex.Replace(Regex.Replace(text, @"(?<!>)\n(?=<)", ""), "<[^>]*>", ""))
                .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
        ];
    }
}
