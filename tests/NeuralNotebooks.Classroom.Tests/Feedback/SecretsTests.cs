namespace NeuralNotebooks.Classroom.Tests.Feedback;

/// <summary>Searches pages with every kind of difference for texts that must never be on a student's page.</summary>
public sealed partial class SecretsTests : IDisposable
{
    private readonly GradedClass _class = new();

    public void Dispose() => _class.Dispose();

    [Fact]
    public void Names_arguments_values_and_messages_of_hidden_probes_are_not_on_a_page()
    {
        _class.Add("ada", Everything(student: 777.125));
        _class.WritePages();

        string text = Text(_class.Page("ada"));

        string[] secrets =
        [
            "secret-name", "SecretArgument", "4321", "777", "secret-solution", "secret-transcript", "SecretType",
            "secret-message", "secret-text", "secretMember", "secret-hash",
        ];
        foreach (string secret in secrets)
            Assert.DoesNotContain(secret, text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void A_page_shows_nothing_of_other_students()
    {
        _class.Add("ada", Everything(student: 1));
        _class.Add("grace", null, [new("The notebook says hopper.", IsForTeacher: true)], Everything(student: 2));
        _class.File("adjust.csv", "student,task,points,comment\ngrace,gate,1,a word to grace alone\n");
        _class.WritePages();

        string page = _class.Page("ada");

        Assert.DoesNotContain("grace", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("hopper", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("hopper", _class.Page("grace"), StringComparison.OrdinalIgnoreCase);
        _class.Page("grace").ShouldContain("a word to grace alone");
    }

    [Fact]
    public void The_reason_why_grading_failed_is_not_shown_to_students()
    {
        _class.Store.Write(
            _class.Add("ada", "The solution gives no answer to “secret-name”.", []) with
            {
                IsProblemOfSubmission = false,
            });
        _class.WritePages();

        _class.Page("ada").ShouldNotContain("secret-name");
        _class.Page("ada").ShouldContain("not because of your notebook");
    }

    [Fact]
    public void The_order_of_differences_does_not_tell_which_probe_failed()
    {
        object[] reference = [1, 1, 1], one = [-1, 1, 3];
        _class.Add("ada", GradedClass.Task("gate", reference, one));
        _class.Add("bob", GradedClass.Task("gate", reference, [one[2], one[0], one[1]]));
        _class.WritePages();

        Assert.Equal(_class.Page("ada"), _class.Page("bob").Replace("bob", "ada"));
    }

    /// <summary>A task with an answer of every kind, all probes hidden but one.</summary>
    private static JudgedTask Everything(double student)
    {
        ProbeValue expected = GradedClass.Number(4321.0625);
        (ProbeValue Expected, ProbeValue Actual)[] pairs =
        [
            (expected, expected),
            (expected, GradedClass.Number(student)),
            (expected, GradedClass.Number(-4321.0625)),
            (expected, GradedClass.Number(double.NaN)),
            (GradedClass.List(4321.0625, 1), GradedClass.List(2 * 4321.0625, 2)),
            (expected, GradedClass.List(student, 4321.0625)),
            (expected, new TextValue("secret-text 4321.0625")),
            (
                new RecordValue(new Dictionary<string, ProbeValue> { ["secretMember"] = expected }),
                new RecordValue(new Dictionary<string, ProbeValue> { ["secretMember"] = GradedClass.Number(student) })),
            .. Enum.GetValues<MissingReason>()
                .Select(reason => (expected, (ProbeValue)new MissingValue(reason, "SecretType_4321", 3))),
        ];
        JudgedProbe[] probes =
        [
            .. pairs.Select((pair, i) => new JudgedProbe(
                new($"secret-name {i}", $"Ask(SecretArgument{i}, 4321)", 1), pair.Expected, pair.Actual)),
            new(
                new("the shown one", "Shown(SecretArgument)", 1, null, true),
                GradedClass.Number(6),
                GradedClass.Number(5)),
        ];
        return GradedClass.Task("gate", [], []) with
        {
            Points = probes.Length,
            Solution = "secret-solution",
            Probes = probes,
            Mistakes =
            [
                GradedClass.Mistake(
                    "a mistake that nobody made", [.. pairs.Select(_ => expected), GradedClass.Number(4321)]),
            ],
            Transcript = "secret-transcript secret-message",
        };
    }

    private static string Text(string page) => Head().Replace(page, "");

    [GeneratedRegex("<meta http-equiv.*?/>|<style>.*?</style>", RegexOptions.Singleline)]
    private static partial Regex Head();
}
