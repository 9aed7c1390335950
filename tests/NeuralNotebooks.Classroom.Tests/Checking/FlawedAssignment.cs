namespace NeuralNotebooks.Classroom.Tests.Checking;

/// <summary>An assignment with a flaw in each task but the first, checked once for all tests.</summary>
public sealed class FlawedAssignment(JudgeFixture fixture) : IAsyncLifetime
{
    private static readonly string[] _cells =
    [
        "#!import kit.csx",
        "double Helper(double x) => 2 * x;",
        "// TASK good: 4 points\ndouble Good(double x, double dz)\n{\n    // BEGIN SOLUTION\n    return x * "
            + "x * dz;\n    // END SOLUTION\n}",
        Tests(
            "good",
            "Probe(\"one\", Good(3, 2));",
            "Probe(\"two\", Good(-1, 5), points: 3);",
            "Probe(\"three\", Good(0.5, 1));",
            "Probe(\"own\", Good(Variant.Integer(\"x\", 2, 9), 1));"
        ),
        "// MISTAKE good: dz is forgotten\ndouble Good(double x, double dz) => x * x;",
        "// MISTAKE good: only one x\ndouble Good(double x, double dz) => x * dz;",
        "// TASK alike: 2 points\ndouble Alike(double x)\n{\n    // BEGIN SOLUTION\n    return x + 1;\n    "
            + "// END SOLUTION\n}",
        Tests("alike", "Probe(\"at 2\", Alike(2));", "Probe(\"at 0\", Alike(0));"),
        "// MISTAKE alike: it is squared\ndouble Alike(double x) => x * x;",
        "// MISTAKE alike: it is doubled\ndouble Alike(double x) => 2 * x;",
        "// MISTAKE alike: nothing is wrong at these places\ndouble Alike(double x) => x > 5 ? 0 : x + 1;",
        "// TASK lazy: 3 points\ndouble Lazy(double x, double y)\n{\n    // BEGIN SOLUTION\n    // STUB "
            + "return 0;\n    return x * y;\n    // END SOLUTION\n}",
        Tests("lazy", "Probe(\"at 0\", Lazy(0, 7));", "Probe(\"at 1\", Lazy(1, 5));", "Probe(\"at 2\", Lazy(2, 3));")
            + "\nConsole.WriteLine(12 / (int)Lazy(3, 4));",
        "// MISTAKE lazy: nothing is computed\ndouble Lazy(double x, double y) => 0;",
        "// MISTAKE lazy: always the same\ndouble Lazy(double x, double y) => 42;",
        "// MISTAKE lazy: y is handed back\ndouble Lazy(double x, double y) => y;",
        "// TASK nan: 1 point\ndouble Nan(double x)\n{\n    // BEGIN SOLUTION\n    return x / x;\n    // END "
            + "SOLUTION\n}",
        Tests("nan", "Probe(\"at 0\", Nan(0));"),
        "// TASK foreign: 1 point\ndouble Foreign(double x)\n{\n    // BEGIN SOLUTION\n    // STUB return "
            + "undefined;\n    return x;\n    // END SOLUTION\n}",
        Tests("foreign", "Probe(\"by a helper\", Foreign(Helper(2)));", "Probe(\"by nothing\", Foreign(missing));"),
        "// TASK rules: 2 points\ndouble Rules(double x)\n{\n    // BEGIN SOLUTION\n    return "
            + "Math.Sqrt(x);\n    // END SOLUTION\n}",
        Tests("rules", "Probe(\"at 4\", Rules(4));"),
        "// MISTAKE rules: it does not compile\ndouble Rules(double x) => nothing;",
        "// FORBIDDEN rules\n// T:System.Math\n// T:System.Mathematics",
        "// TASK block: 3 points\nint Block(int bytes)\n{\n    // BEGIN SOLUTION\n    return "
            + "(int)Math.Sqrt(bytes / 12.0);\n    // END SOLUTION\n}",
        Tests("block", "Probe(\"large\", Block(32768));", "Probe(\"exact\", Block(3072));")
            + "\nConsole.WriteLine(Block(300));",
        "// MISTAKES block: Check.LargestBlock\nint Block(int bytes) => "
            + "NeuralNotebooks.Course.Check.Mistakes.LargestBlock[0].Function(bytes, 4);",
    ];

    private readonly TemporaryFolder _folder = new();

    /// <summary>What was found.</summary>
    internal CheckReport Report { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        string source = _folder.File(Path.Combine("A1", "A1.ipynb"), SourceNotebook.Json(_cells));
        var check = new AssignmentCheck(fixture.Judge, fixture.Options);
        Report = await check.RunAsync(SourceReader.Read(source), null, TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    private static string Tests(string task, params string[] probes) =>
        $"// TESTS {task}\n// BEGIN HIDDEN TESTS\n{string.Join('\n', probes)}\n// END HIDDEN TESTS";
}
