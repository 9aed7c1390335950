namespace NeuralNotebooks.Classroom.Tests.Adversarial;

/// <summary>Submissions to an assignment that allows only what answers may use in general.</summary>
internal static class ClosedAttacks
{
    private const string NotAllowed = "uses something that is not allowed in an answer",
        OneProbe = "1 of 2 probes passed",
        NoProbe = "0 of 2 probes passed",
        Both = "all 2 probes passed";

    public static readonly Attack[] All =
    [
        Attack.In("returns-a-constant", 1, OneProbe, "double Scale(double x) => 6;"),
        Attack.In(
            "prints-a-score",
            0,
            "The factor is forgotten.",
            "double Scale(double x) { Console.WriteLine(\"{\\\"score\\\": 1, \\\"points\\\": 2}\"); "
                + "Console.Error.WriteLine(\"all 2 probes passed\"); return x; }"
        ),
        Attack.In(
            "catches-everything",
            0,
            NoProbe,
            "double Scale(double x) { try { throw new Exception(); } catch { return 0; } }"
        ),
        Attack.In(
            "filters-every-exception",
            0,
            "NullReferenceException was thrown",
            "bool Say() => true;\ndouble Scale(double x) { try { return ((string)null!).Length; } catch when "
                + "(!Say()) { return 1; } }"
        ),
        Attack.In("exits-in-the-cell", 0, NotAllowed, "Environment.Exit(0);\n" + Attack.Right),
        Attack.In("exits-in-a-probe", 0, NotAllowed, "double Scale(double x) { Environment.Exit(0); return 3 * x; }"),
        Attack.In(
            "overflows-the-stack",
            1,
            "the code ended its process",
            "double Deep(double x) => x > 1e300 ? x : Deep(x + 1) + 1;\ndouble Scale(double x) => x < 0 ? "
                + "Deep(x) : 3 * x;"
        ),
        Attack.In("loops-in-the-cell", 0, "time limit", "while (true) { }\n" + Attack.Right),
        Attack.In("loops-in-one-probe", 1, "time limit", "double Scale(double x) { while (x > 0) { } return 3 * x; }"),
        Attack.In(
            "loops-in-a-getter",
            0,
            null,
            "record Lazy(double X) { public double Y { get { while (true) { } } } }\nLazy Scale(double x) => new(x);"
        ),
        Attack.In(
            "loops-in-ToString",
            0,
            null,
            "class Loud { public override string ToString() { while (true) { } } }\nLoud Scale(double x) => new();"
        ),
        Attack.In(
            "loops-in-an-enumerator",
            0,
            null,
            "IEnumerable<double> Scale(double x) { while (true) yield return x; }"
        ),
        Attack.In(
            "starts-10000-threads",
            0,
            null,
            "double Scale(double x) { for (int i = 0; i < 10_000; i++) new System.Threading.Thread(() => "
                + "System.Threading.Thread.Sleep(-1)).Start(); return x; }"
        ),
        Attack.In(
            "allocates-without-end",
            1,
            "memory limit",
            "double Scale(double x) { var all = new List<double[]>(); while (x < 0) { all.Add(new "
                + "double[1_000_000]); all[^1].AsSpan().Fill(x); } return 3 * x; }"
        ),
        Attack.In(
            "reads-a-file",
            0,
            NotAllowed,
            "double Scale(double x) => System.IO.File.Exists(\"/etc/passwd\") ? 3 * x : 0;"
        ),
        Attack.In(
            "uses-reflection",
            0,
            NotAllowed,
            "double Scale(double x) => typeof(Math).Assembly.GetTypes().Length * 0 + 3 * x;"
        ),
        Attack.In("uses-dynamic", 0, NotAllowed, "double Scale(double x) { dynamic y = x; return 3 * y; }"),
        Attack.In(
            "starts-a-process",
            0,
            NotAllowed,
            "double Scale(double x) { System.Diagnostics.Process.Start(\"sh\"); return 3 * x; }"
        ),
        Attack.In(
            "opens-a-socket",
            0,
            NotAllowed,
            "double Scale(double x) { using var client = new System.Net.Sockets.TcpClient(); return 3 * x; }"
        ),
        Attack.In(
            "replaces-Console",
            2,
            Both,
            "double Scale(double x) { Console.SetOut(System.IO.TextWriter.Null); return 3 * x; }"
        ),
        Attack.In(
            "writes-to-standard-output",
            0,
            NotAllowed,
            "double Scale(double x) { Console.OpenStandardOutput().WriteByte(7); return x; }"
        ),
        Attack.In(
            "hooks-AssemblyLoad",
            0,
            NotAllowed,
            "AppDomain.CurrentDomain.AssemblyLoad += (_, loaded) => { };\n" + Attack.Right
        ),
        Attack.In("calls-the-librarys-answer", 0, NotAllowed, "double Scale(double x) => Math.Tanh(x) * 0 + 3 * x;"),
        Attack.In(
            "calls-it-by-a-method-group",
            0,
            NotAllowed,
            "Func<double, double> f = Math.Tanh;\ndouble Scale(double x) => f(x) * 0 + 3 * x;"
        ),
        Attack.In(
            "declares-Probe",
            2,
            Both,
            "void Probe(string name, object value, double points = 100, double tolerance = 1e9) { }\n" + Attack.Right
        ),
        Attack.In(
            "leaves-threads-that-write",
            2,
            Both,
            "double Scale(double x) { new System.Threading.Thread(() => { for (int i = 0; i < 100; i++) { "
                + "Console.WriteLine(\"points: 100\"); System.Threading.Thread.Sleep(1); } }) { IsBackground = "
                + "true }.Start(); return 3 * x; }"
        ),
        Attack.In("answers-with-1-GB", 0, null, "double[] Scale(double x) => new double[134_000_000];"),
        Attack.In(
            "answers-with-a-cycle",
            0,
            null,
            "List<object> Scale(double x) { List<object> all = []; all.Add(all); return all; }"
        ),
        Attack.In(
            "lies-about-its-length",
            0,
            null,
            "class Liar : List<double> { public new int Count => int.MaxValue; }\nclass Negative : "
                + "IReadOnlyList<double> { public int Count => -1; public double this[int i] => i; public "
                + "IEnumerator<double> GetEnumerator() { yield break; } System.Collections.IEnumerator "
                + "System.Collections.IEnumerable.GetEnumerator() => GetEnumerator(); }\nobject "
                + "Scale(double x) => x > 0 ? new Liar() : new Negative();"
        ),
        Attack.In(
            "throws-at-one-probe",
            1,
            "DivideByZeroException was thrown at line 4 of your cell",
            "double Scale(double x)\n{\n    if (x < 0) throw new DivideByZeroException($\"the argument is "
                + "{x}\"); return 3 * x;\n}"
        ),
        Attack.In(
            "throws-a-type-of-its-own",
            1,
            "Exception was thrown at line",
            "class MinusFive : Exception { public MinusFive() : base(\"at −5\") { } }\ndouble Scale(double "
                + "x) => x < 0 ? throw new MinusFive() : 3 * x;"
        ),
        Attack.In("forgets-a-semicolon", 0, "CS1002", "double Scale(double x) => 3 * x"),
        Attack.In("nests-overloaded-lambdas", 2, null, NestedLambdas),
        Attack.Above(
            "has-a-helper-above",
            2,
            Both,
            "double Three(double x) => 3 * x;",
            "double Scale(double x) => Three(x);"
        ),
        Attack.Above("loops-in-a-scratch-cell", 2, Both, "while (true) { }"),
        Attack.Above("has-a-variable-of-the-same-name", 2, Both, "int factor = 1;"),
        Attack.Above("loads-a-package", 2, "ignored", "#r \"nuget: Evil, 1.0.0\"\n#load \"evil.csx\""),
        Attack.Above(
            "shadows-Probe-and-Math",
            2,
            Both,
            "static class Math { public static double Abs(double x) => 0; }\nvoid Probe(string name, object "
                + "value) => throw new Exception();"
        ),
        new(
            "duplicates-the-cell",
            6,
            "all 2 probes passed",
            Attack.Title,
            Attack.Setup,
            Attack.Student,
            "// TASK scale: 2 points\ndouble Scale(double x) => 0;",
            "// TASK scale: 2 points\n" + Attack.Right,
            Attack.Honest
        ),
        new("deletes-a-cell", 4, "the task is not answered", Attack.Title, Attack.Setup, Attack.Student, Attack.Honest),
        new(
            "reorders-the-cells",
            6,
            "all 2 probes passed",
            Attack.Honest,
            "// TASK scale: 2 points\n" + Attack.Right,
            Attack.Setup,
            Attack.Student,
            Attack.Title
        ),
        new(
            "retypes-a-cell",
            6,
            "all 2 probes passed",
            Attack.Title,
            Attack.Setup,
            Attack.Student,
            Attack.Right,
            Attack.Honest
        ),
        new(
            "edits-the-tests",
            6,
            "all 2 probes passed",
            Attack.Title,
            Attack.Setup,
            Attack.Student,
            "// TASK scale: 2 points\n" + Attack.Right,
            "// TESTS scale\nProbe(\"mine\", 1, points: 100);",
            Attack.Honest
        ),
        new(
            "is-another-student",
            6,
            "all 2 probes passed",
            Attack.Title,
            Attack.Setup,
            "// STUDENT\nVariant.Student = \"normal-00\";",
            "// TASK scale: 2 points\n" + Attack.Right,
            Attack.Honest
        ),
        Attack.Unreadable("is-empty", ""),
        Attack.Unreadable("is-not-JSON", "<html><script>alert(1)</script></html>"),
        Attack.Unreadable("is-nested-100000-deep", new string('[', 100_000)),
        Attack.Unreadable("is-JSON-of-something-else", "{\"cells\": 7, \"nbformat\": \"four\"}"),
    ];

    /// <summary>Each level makes the compiler try every overload again.</summary>
    private const string NestedLambdas = """
        double M(Func<double, double> f) => f(1);
        double M(Func<string, double> f) => f("");
        double Nested() => M(a => a.Length + M(b => b.Length + M(c => c.Length + M(d => d.Length + M(e => e.Length
            + M(f => f.Length + M(g => g.Length + M(h => h.Length))))))));
        double Scale(double x) => 3 * x;
        """;
}
