using System.Net;
using System.Net.Sockets;

namespace NeuralNotebooks.Classroom.Tests.Adversarial;

/// <summary>Normal submissions that are graded alone, and again together with attacks: nightly thirty submissions with
/// all attacks, otherwise three submissions with eight attacks.</summary>
public sealed class AttackedClass : IAsyncLifetime
{
    private static readonly int _normal = Nightly.IsOn ? 30 : 3;

    private static readonly string[] _answers =
    [
        "double Scale(double x) => 3 * x;",
        "double Scale(double x) => x;",
        "double Scale(double x) => -3 * x;",
        "double Scale(double x) => throw new NotImplementedException();",
        "double Scale(double x) { double sum = 0; for (int i = 0; i < 3; i++) sum += x; return sum; }",
        "double Scale(double x) => 3 * Math.Abs(x);",
    ];

    private readonly TemporaryFolder _folder = new();
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly GraderJudge _judge;
    private readonly Lazy<Task> _graded;

    public AttackedClass(SandboxFixture sandbox) => (_judge, _graded) = (sandbox.Judge, new(GradeAsync));

    /// <summary>Whether an attack has connected to the port on which the test listens.</summary>
    public bool IsReached => _listener.Pending();

    public GradingStore Alone => new(_folder.At("alone"));

    public GradingStore Beside => new(_folder.At("beside"));

    public static IEnumerable<string> NormalStudents => Enumerable.Range(0, _normal).Select(i => $"normal-{i:00}");

    public static string AssignmentOf(int student) => student % 3 == 0 ? "A2" : "A1";

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync()
    {
        _listener.Stop();
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>Grades both classes, once for all tests. Skips the test if there is no sandbox, since attacks could do
    /// harm.</summary>
    public Task EnsureGradedAsync()
    {
        Sandboxes.SkipUnless(IsolationKind.Bubblewrap);
        return _graded.Value;
    }

    public string Page(string student, string assignment) =>
        _folder.Read($"pages/{student}/{assignment}/{assignment}.html");

    private async Task GradeAsync()
    {
        _listener.Start();
        string submitted = _folder.At("submitted");
        AssignmentSource[] assignments = [Source("A1"), Source("A2", Attacks.Allowed)];
        foreach ((int i, string student) in NormalStudents.Index())
            Submit(student, AssignmentOf(i), Attacks.Notebook(_answers[i % _answers.Length]));

        await GradeAsync(assignments, submitted, Alone);
        int port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        foreach ((string file, string assignment) in ((string, string)[])[(Attacks.Closed, "A1"), (Attacks.Open, "A2")])
            foreach (string attack in Attacks.Today(file))
                Submit(Attacks.StudentOf(attack), assignment, Attacks.Submitted(file, attack, _folder, port));
        Submit(
            "has-outputs-only", "A1",
            SourceNotebook.Submitted(Attacks.Title, "").Replace(
                "\"outputs\":[]",
                "\"outputs\":[{\"output_type\":\"stream\",\"name\":\"stdout\",\"text\":\"all probes passed\"}]"));
        Submit(
            "is-of-another-assignment", "A1",
            SourceNotebook.Submitted(Attacks.Title, "// TASK something-else: 6 points\nint Else() => 1;"));
        Directory.CreateDirectory(Path.Combine(submitted, "has-200-MB", "A1"));
        using (FileStream large = File.Create(Path.Combine(submitted, "has-200-MB", "A1", "A1.ipynb")))
            large.SetLength(200_000_000);
        await GradeAsync(assignments, submitted, Beside);
        FeedbackPages.Write(Beside.Path, _folder.At("pages"));
        ClassReport.Write(Beside.Path);
    }

    private AssignmentSource Source(string name, params string[] more)
    {
        foreach (string file in (string[])["solved.txt", "other.txt"]) // named by the solution and by another task
            _folder.File($"sources/{name}/{file}", "MARK-OF-THE-REFERENCE");
        return SourceReader.Read(
            _folder.File(
                $"sources/{name}/{name}.ipynb",
                SourceNotebook.Json([
                    Attacks.Title,
                    Attacks.Setup,
                    Attacks.Student,
                    "// TASK scale: 2 points\n// BEGIN SOLUTION\ndouble Scale(double x) => 3 * x + 0 * \"solved.txt\"."
                        + "Length; // MARK-OF-THE-REFERENCE\n// END SOLUTION",
                    "// TESTS scale\n// BEGIN HIDDEN TESTS\nProbe(\"at the secret 2\", "
                        + "Scale(2));\nProbe(\"at the secret −5\", Scale(-5));\n// END HIDDEN TESTS",
                    "// TASK product: 4 points\ndouble[] Product(double x, double y, double dz)\n{\n    // "
                        + "BEGIN SOLUTION\n    return [dz * y, dz * x];\n    // END SOLUTION\n}",
                    "// TESTS product\n// BEGIN HIDDEN TESTS\nstring file = \"other.txt\";\n"
                        + "Probe(\"secret-1\", Product(3, -1, 2));\n"
                        + "Probe(\"secret-2\", Product(0, 5, 1));\n// END HIDDEN TESTS",
                    "// MISTAKE scale: the factor is forgotten\ndouble Scale(double x) => x;",
                    "// FORBIDDEN scale\n// M:System.Math.Tanh",
                    .. more,
                ])));
    }

    private void Submit(string student, string assignment, string notebook) =>
        _folder.File($"submitted/{student}/{assignment}/{assignment}.ipynb", notebook);

    private async Task GradeAsync(AssignmentSource[] sources, string submitted, GradingStore store)
    {
        IReadOnlyList<Submission> submissions = SubmissionSearch.Find(
            submitted, [.. sources.Select(source => source.Name)], GradedClass.NoStudents, _ => { });
        var options = new GradingOptions
        {
            KitScript = Repository.At("notebooks/kit.csx"),
            TimeLimit = TimeSpan.FromSeconds(6),
        };
        await new ClassGrading(sources, _judge, store, options).RunAsync(
            submissions, (_, _) => { }, TestContext.Current.CancellationToken);
        new ResultFiles(store).Write(submissions.Select(submission => submission.Key));
    }
}
