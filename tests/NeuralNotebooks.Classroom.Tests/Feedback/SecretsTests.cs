namespace NeuralNotebooks.Classroom.Tests.Feedback;

/// <summary>Searches pages with every kind of difference for texts that must never be on a student's page.</summary>
public sealed partial class SecretsTests : GradedTests
{
    [Fact]
    public void Names_arguments_values_and_messages_of_hidden_probes_are_not_on_a_page()
    {
        Class.Add("ada", Everything(student: 777.125));
        Class.WritePages();

        string text = Text(Class.Page("ada"));

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
        Class.Add("ada", Everything(student: 1));
        Class.Add("grace", null, [new("The notebook says hopper.", NoteReaders.Teacher)], Everything(student: 2));
        Class.File("adjust.csv", "student,task,points,comment\ngrace,gate,1,a word to grace alone\n");
        Class.WritePages();

        string page = Class.Page("ada");

        Assert.DoesNotContain("grace", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("hopper", page, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("hopper", Class.Page("grace"), StringComparison.OrdinalIgnoreCase);
        Class.Page("grace").ShouldContain("a word to grace alone");
    }

    [Fact]
    public void The_reason_why_grading_failed_is_not_shown_to_students()
    {
        Class.Store.Write(
            Class.Add("ada", "The solution gives no answer to “secret-name”.", []) with
            {
                IsProblemOfSubmission = false,
            });
        Class.WritePages();

        Class.Page("ada").ShouldNotContain("secret-name");
        Class.Page("ada").ShouldContain("not because of your notebook");
    }

    [Fact]
    public void The_order_of_differences_does_not_tell_which_probe_failed()
    {
        object[] reference = [1, 1, 1], one = [-1, 1, 3];
        Class.Add("ada", GradedClass.Task("gate", reference, one));
        Class.Add("bob", GradedClass.Task("gate", reference, [one[2], one[0], one[1]]));
        Class.WritePages();

        Assert.Equal(Class.Page("ada"), Class.Page("bob").Replace("bob", "ada"));
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
