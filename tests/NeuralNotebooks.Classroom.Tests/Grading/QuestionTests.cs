namespace NeuralNotebooks.Classroom.Tests.Grading;

public class QuestionTests
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

    private const string Answer = "double Half(double x) => x;";

    private static readonly string[] _cells = [Given, Half, HalfTests, Quarter, QuarterTests];

    [Theory]
    [InlineData("\"four\", Half(4)", "\"five\", Half(5)", "half", true)]
    // Names, points and tolerances are not part of an answer.
    [InlineData("Half(2));", "Half(2), points: 0.5, tolerance: " + "1e-3);", "half", false)]
    [InlineData("return x / 2;", "return x * 0.5;", "half", false)] // Nor is the reference of the task itself.
    [InlineData("return x / 2;", "return x * 0.5;", "quarter", true)] // But an earlier one is.
    [InlineData("double Quarter", "double Zero;\ndouble Quarter", "quarter", true)] // So are the names it declares.
    [InlineData("eight = 8;", "eight = 9;", "quarter", true)]
    [InlineData("eight = 8;", "eight = 9;", "half", false)]
    [InlineData("Given = 1", "Given = 2", "half", true)]
    [InlineData("Given = 1", "Given = 2", "quarter", true)]
    public void A_task_is_judged_again_only_if_an_input_of_its_answers_has_changed(
        string text, string replacement, string task, bool isChanged)
    {
        string[] changed = [.. _cells.Select(cell => cell.Replace(text, replacement))];

        Assert.Equal(isChanged, Hash(task, _cells, Answer) != Hash(task, changed, Answer));
    }

    [Fact]
    public void A_changed_cell_of_the_student_is_another_answer() =>
        Assert.NotEqual(Hash("half", _cells, Answer), Hash("half", _cells, Answer + " "));

    [Theory]
    [Cases(
        "int Given = Variant.Integer(\"given\", 1, 9);", "Half(2)", false, // It is unused.
        "int Given = Variant.Integer(\"given\", 1, 9);", "Half(Given)", true,
        "Model.Seed(Variant.Integer(\"given\", 1, 9));", "Half(2)", true, // It may have an effect.
        "int Given = 1;", "Half(Variant.Integer(\"x\", 1, 9))", true,
        "int Given = 1;", "Half(2)", false
    )]
    public void Answers_differ_among_students_where_a_variant_is_used(string given, string expression, bool usesVariant)
    {
        AssignmentSource source = SourceNotebook.Read(given, Half, HalfTests.Replace("Half(2)", expression));

        Assert.Equal(usesVariant, VariantUse.Of(source, source.Tasks[0]).Contains(true));
    }

    private static string Hash(string task, string[] cells, string text)
    {
        AssignmentSource source = SourceNotebook.Read(cells);
        AssignmentTask asked = source.Tasks.Single(known => known.Name == task);
        var code = TestCell.Submitted("ada", source, new TestCell(1, text, task));
        return new JudgeRequest(source, code, asked, new()).Hash();
    }
}
