namespace NeuralNotebooks.Classroom.Tests.Grading;

public class AnswerDependenciesTests
{
    private const string Given = "int Given = 1;";
    private const string Half =
        "// TASK half: 1 point\ndouble Half(double x)\n{\n    // BEGIN SOLUTION\n    return x / 2;\n    // "
        + "END SOLUTION\n}";
    private const string HalfTests =
        "// TESTS half\n// BEGIN HIDDEN TESTS\nProbe(\"two\", Half(2));\nProbe(\"four\", Half(4));\n// END "
        + "HIDDEN TESTS";
    private const string Quarter =
        "// TASK quarter: 1 point\n// BEGIN SOLUTION\ndouble Quarter(double x) => Half(Half(x));\n// END SOLUTION";
    private const string QuarterTests =
        "// TESTS quarter\n// BEGIN HIDDEN TESTS\ndouble eight = 8;\nProbe(\"eight\", Quarter(eight));\n// "
        + "END HIDDEN TESTS";

    private static readonly string[] _cells = [Given, Half, HalfTests, Quarter, QuarterTests];

    [Theory]
    [InlineData("\"four\", Half(4)", "\"five\", Half(5)", "half", 1)] // Only the changed probe.
    // Names, points and tolerances are not part of an answer.
    [InlineData("Half(2));", "Half(2), points: 0.5, tolerance: " + "1e-3);", "half")]
    [InlineData("return x / 2;", "return x * 0.5;", "half")] // Nor is the reference of the task itself.
    [InlineData("return x / 2;", "return x * 0.5;", "quarter", 0)] // But one that the answer uses is.
    [InlineData("eight = 8;", "eight = 9;", "quarter", 0)]
    [InlineData("Given = 1", "Given = 2", "half", 0, 1)]
    [InlineData("Given = 1", "Given = 2", "quarter", 0)]
    public void An_answer_is_requested_again_only_if_something_that_it_depends_on_has_changed(
        string text,
        string replacement,
        string task,
        params int[] changed
    ) =>
        Assert.Equal(
            changed,
            Changed(
                Keys(task, _cells, Student(task)),
                Keys(
                    task,
                    [.. _cells.Select(cell => cell.Replace(text, replacement, StringComparison.Ordinal))],
                    Student(task)
                )
            )
        );

    [Fact]
    public void An_earlier_reference_that_the_answer_does_not_use_can_change() =>
        Assert.Empty(
            Changed(
                Keys("quarter", _cells, "double Quarter(double x) => x / 4;"),
                Keys(
                    "quarter",
                    [
                        .. _cells.Select(cell =>
                            cell.Replace("return x / 2;", "return x * 0.5;", StringComparison.Ordinal)
                        ),
                    ],
                    "double Quarter(double x) => x / 4;"
                )
            )
        );

    [Fact]
    public void A_changed_cell_of_the_student_is_another_answer() =>
        Assert.Equal(
            [0, 1],
            Changed(
                Keys("half", _cells, "double Half(double x) => x;"),
                Keys("half", _cells, "double Half(double x) => x; ")
            )
        );

    [Theory]
    [InlineData("int Given = Variant.Integer(\"given\", 1, 9);", "Half(2)", false)] // It is unused.
    [InlineData("int Given = Variant.Integer(\"given\", 1, 9);", "Half(Given)", true)]
    [InlineData("Model.Seed(Variant.Integer(\"given\", 1, 9));", "Half(2)", true)] // It may have an effect.
    [InlineData("int Given = 1;", "Half(Variant.Integer(\"x\", 1, 9))", true)]
    [InlineData("int Given = 1;", "Half(2)", false)]
    public void Answers_differ_among_students_where_a_variant_is_used(string given, string expression, bool usesVariant)
    {
        AssignmentSource source = SourceNotebook.Read(
            given,
            Half,
            HalfTests.Replace("Half(2)", expression, StringComparison.Ordinal)
        );

        Assert.Equal(usesVariant, new AnswerDependencies(source).UsesVariant(source.Tasks[0]));
    }

    private static string Student(string task) =>
        task == "half" ? "double Half(double x) => x;" : "double Quarter(double x) => Half(x);";

    private static IReadOnlyList<string> Keys(string task, string[] cells, string text)
    {
        AssignmentSource source = SourceNotebook.Read(cells);
        return new AnswerDependencies(source).KeysOf(source.Tasks.Single(known => known.Name == task), "ada", text);
    }

    private static int[] Changed(IReadOnlyList<string> before, IReadOnlyList<string> after) =>
        [.. Enumerable.Range(0, before.Count).Where(i => before[i] != after[i])];
}
