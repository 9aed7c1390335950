namespace NeuralNotebooks.Classroom.Tests.Store;

public class GradingStoreTests : FolderedTests
{
    [Fact]
    public void A_submission_is_read_as_it_was_written()
    {
        var store = new GradingStore(Folder.Path);
        ProbeValue[] values =
        [
            new NumberValue(double.NaN),
            new NumberValue(0.1, IsSingle: true),
            new IntegerValue("-9007199254740993"),
            new MatrixValue(1, 2, [double.NegativeInfinity, 1e-300]),
            new TextValue("\0\ud83d\ude00"),
            new ListValue([
                new TruthValue(true),
                new RecordValue(new Dictionary<string, ProbeValue> { ["w"] = new NumberValue(1) }),
            ]),
            new MissingValue(MissingReason.Threw, "System.FormatException", 3),
        ];
        JudgedProbe[] probes =
        [
            .. values.Select((value, i) => new JudgedProbe(
                new($"probe {i}", $"f({i})", (Points)4 / 6, i == 0 ? 1e-3 : null, i == 1), value, values[^(i + 1)])),
        ];
        JudgedSubmission written = Submission(
            "ada",
            new JudgedTask("gate", "gate", 4, IsByHand: false, IsText: false, "// TASK", Submitted: null, probes)
            {
                Mistakes = [new("a mistake", values, "m")],
                Key = "k",
                SolutionKey = "r",
                Notes = ["a note"],
                Transcript = "a transcript",
            });

        store.Write(written);
        JudgedSubmission read = store.Read(new("ada", "A1-gates"))!;

        Assert.Equivalent(written, read, strict: true);
        Assert.Equal(probes.Select(graded => graded.Probe), read.Tasks[0].Probes.Select(graded => graded.Probe));
    }

    [Fact]
    public void Damaged_results_are_never_read_in_part()
    {
        using var graded = new GradedClass();
        JudgedSubmission whole = graded.Add(
            "ada",
            GradedClass.Task(
                "gate",
                [GradedClass.List(1, 2), GradedClass.Parse("{'matrix': [[1, 2]]}"), GradedClass.Parse("{'w': 'text'}")],
                [GradedClass.List(1, 3), GradedClass.Parse("{'Threw': 'System.Exception'}"), true],
                GradedClass.Mistake("forgotten", GradedClass.List(1, 3), 1, 2)) with
            { Key = "own", SolutionKey = "reference" },
            GradedClass.ByHand("why", 2, "because"));
        string text = graded.Read("ada/A1/answers.json");
        foreach ((string what, string damaged) in Damages(text).Append(("half of the file", text[..(text.Length / 2)])))
        {
            graded.File("ada/A1/answers.json", damaged);
            JudgedSubmission? read = graded.Store.Read(whole.Key);

            bool isWhole = read is null || read.Tasks.Select(task => task.Probes.Count).SequenceEqual([3, 0]);
            Assert.True(isWhole, $"{what} is read:\n{damaged}");
            graded.WriteTables();
            graded.WritePages();
        }
    }

    /// <summary>The text without one of its parts, or with null or an object in place of it.</summary>
    private static IEnumerable<(string What, string Text)> Damages(string text)
    {
        string[] paths = [.. Paths(JsonNode.Parse(text)!).Select(node => node.GetPath()).Where(path => path != "$")];
        foreach (string path in paths)
        {
            foreach (JsonNode? replacement in (JsonNode?[])[null, new JsonObject()])
                yield return Changed((parent, at) => Replace(parent, at, replacement?.DeepClone()));
            yield return Changed(Remove);

            (string, string) Changed(Action<JsonNode, JsonNode> change)
            {
                JsonNode root = JsonNode.Parse(text)!;
                JsonNode at = Paths(root).First(node => node.GetPath() == path);
                change(at.Parent!, at);
                return (path, root.ToJsonString());
            }
        }
    }

    private static void Replace(JsonNode parent, JsonNode at, JsonNode? replacement)
    {
        if (parent is JsonArray)
            parent[at.GetElementIndex()] = replacement;
        else
            parent[at.GetPropertyName()] = replacement;
    }

    private static void Remove(JsonNode parent, JsonNode at)
    {
        if (parent is JsonArray items)
            items.RemoveAt(at.GetElementIndex());
        else
            parent.AsObject().Remove(at.GetPropertyName());
    }

    private static IEnumerable<JsonNode> Paths(JsonNode node) =>
        (
            node switch
            {
                JsonArray items => items.OfType<JsonNode>(),
                JsonObject members => members.Select(member => member.Value).OfType<JsonNode>(),
                _ => [],
            }
        )
            .SelectMany(Paths)
            .Prepend(node);

    [Fact]
    public void Submissions_are_listed_by_assignment_then_student_ordinally()
    {
        var store = new GradingStore(Folder.Path);
        foreach (string student in new[] { "b", "a", "B" })
        {
            store.Write(Submission(student) with { Assignment = "A2" });
            store.Write(Submission(student) with { Assignment = "A1" });
        }

        Assert.Equal("B, A1; a, A1; b, A1; B, A2; a, A2; b, A2", string.Join("; ", store.List()));
    }

    private static JudgedSubmission Submission(string student, params JudgedTask[] tasks)
        => new(student, "A1-gates", "", 4, new("1", "2", "3", "4"), null, [new("given", NoteReaders.Teacher)], tasks);
}
