namespace NeuralNotebooks.Classroom.Tests.Answers;

public sealed class SharedCellTests(JudgeFixture fixture) : FolderedTests
{
    private const string F0 = "double F0(double x) => 2 * x;", F1 = "double F1(double x) => 2 * x;",
        F2 = "double F2(double x) => F0(x) + F1(x);", Pair = "double Low() => 1;\ndouble High() => 2;";

    /// <summary>Notebooks, in which --- separates cells.</summary>
    private static readonly (string Name, string Cells)[] _right =
    [
        ("each in its cell", "int given = 1;---TASK0---TASK1---TASK2---TASK3"),
        ("the stubs are deleted", "BOTH---TASK2---TASK3"),
        ("the stubs are above", "STUB0---STUB1---BOTH---TASK2---TASK3"),
        ("the stubs are below", "BOTH---STUB0---STUB1---TASK2---TASK3"),
        ("below the task that uses them", "TASK2---BOTH---TASK3"),
        ("three in one", "THREE---TASK3"),
        ("all in one", "THREE\nPAIR"),
        ("all in one, in the opposite order", "PAIR\nF2\nF1\nF0---STUB0---STUB1---STUB2---STUB3"),
        ("above the first cell", "THREE\nPAIR---int given = 1;"),
        ("in the first stub, without the second", "// TASK t0: 1 point\nBOTH---TASK2---TASK3"),
        ("in the first stub, above the second", "// TASK t0: 1 point\nBOTH---STUB1---TASK2---TASK3"),
        ("in the last stub", "STUB0---STUB1---// TASK t2: 1 point\nTHREE---TASK3"),
        ("in the given cell", "int given = 1;\nBOTH---TASK2---TASK3"),
        ("in the cell of a test", "// TESTS t0\nBOTH---TASK2---TASK3"),
        ("in the cell of the id", "// STUDENT\nVariant.Student = \"ada\";\nBOTH---TASK2---TASK3"),
        ("with scratch code", "Console.WriteLine(F0(1));\nBOTH\nF1(2)---TASK2---TASK3"),
        ("with a helper", "double Twice(double x) => 2 * x;\ndouble F0(double x) => Twice(x);\ndouble F1(double x) "
            + "=> Twice(x);---TASK2---TASK3"),
        ("one uses the other", "double F0(double x) => F1(x);\nF1---TASK2---TASK3"),
        ("variables", "Func<double, double> F0 = x => 2 * x, F1 = x => 2 * x;---TASK2---TASK3"),
        ("a later one that does not compile", "F0\ndouble F1(double x) => missing;---TASK1---TASK2---TASK3"),
        ("a copy above the answers", "BOTH---TASK0---TASK1---TASK2---TASK3"),
        ("a copy below the answers", "TASK0---TASK1---TASK2---TASK3---THREE"),
        ("a task in two cells", "TASK0---TASK1---TASK2---double Low() => 1;---double High() => 2;"),
        ("a task in two cells, each with another", "F0\ndouble Low() => 1;---F1\ndouble High() => 2;---TASK2"),
        ("a task in two cells above its stub", "double Low() => 1;\nBOTH---double High() => 2;---TASK2---STUB3"),
    ];

    private static string[] Names => [.. _right.Select(notebook => notebook.Name)];

    public static TheoryData<string> Right => [.. Names];

    [Theory]
    [MemberData(nameof(Right))]
    public async Task Right_functions_earn_their_points_in_whatever_cells_they_are(string name) =>
        Assert.Equal(
            "6, 6, 12, 3", await ValuesAsync(_right.Single(notebook => notebook.Name == name).Cells, seconds: 120));

    [Theory]
    [Cases(
        "double F0(double x) { while (true) { } }\nF1\nF2---TASK3", "no value, 6, 12, 3",
        "double F0(double x) => -x;\nF1\nF2---TASK3", "−3, 6, 12, 3",
        "double F0(double x) => missing;\nF1\nF2---TASK3", "no value, 6, 12, 3",
        "BOTH\nint zero = 0, no = 1 / zero;---TASK2---TASK3", "6, 6, 12, 3",
        "BOTH\nEnvironment.Exit(1);---TASK2---TASK3", "no value, no value, 12, 3",
        "BOTH\nwhile (true) { }---TASK2---TASK3", "no value, no value, 12, 3",
        Daily = 5)]
    public async Task A_wrong_function_costs_only_its_task(string cells, string expected) =>
        Assert.Equal(expected, await ValuesAsync(cells, seconds: 10));

    private async Task<string> ValuesAsync(string cells, int seconds)
    {
        AssignmentSource source = SourceReader.Read(
            SourceNotebook.Write(
                Folder,
                [
                    "int given = 1;", "// STUDENT\nVariant.Student = \"\";",
                    .. TaskCells(0, "double F0(double x)", "return 2 * x;", "F0(3)"),
                    .. TaskCells(1, "double F1(double x)", "return 2 * x;", "F1(3)"),
                    .. TaskCells(2, "double F2(double x)", "return F0(x) + F1(x);", "F2(3)"),
                    .. TaskCells(3, "double Low() => 1;\ndouble High()", "return 2;", "Low() + High()"),
                ]));
        string[] tasks = [F0, F1, F2, Pair];
        cells = cells.Replace("THREE", "BOTH\nF2").Replace("BOTH", "F0\nF1").Replace("PAIR", Pair);
        for (int i = 0; i < tasks.Length; i++)
            cells = cells.Replace($"TASK{i}", $"// TASK t{i}: 1 point\n{tasks[i]}")
                .Replace($"STUB{i}", source.Tasks[i].Stub);
        byte[] notebook = Encoding.UTF8.GetBytes(SourceNotebook.Submitted(
            cells.Split("---").Select(cell =>
                Regex.Replace(cell, @"^F(\d)$", name => tasks[name.Value[1] - '0'], RegexOptions.Multiline))));

        IReadOnlyList<TaskValues> values = await fixture.Judge.EvaluateAllAsync(
            source, new AnswerReader(source, "ada").Read(notebook).Code,
            fixture.Options with { TimeLimit = TimeSpan.FromSeconds(seconds) }, Cancellation);

        return string.Join(", ", values.Select(value => ValueText.Short(value.Values[0])));
    }

    private static string[] TaskCells(int number, string head, string body, string probe) =>
    [
        $"// TASK t{number}: 1 point\n{head}\n{{\n    // BEGIN SOLUTION\n    {body}\n    // END SOLUTION\n}}",
        $"// TESTS t{number}\n// BEGIN HIDDEN TESTS\nProbe(\"three\", {probe});\n// END HIDDEN TESTS",
    ];
}
