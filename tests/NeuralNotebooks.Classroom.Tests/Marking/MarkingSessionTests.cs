namespace NeuralNotebooks.Classroom.Tests.Marking;

public sealed class MarkingSessionTests : GradedTests
{
    private const string Facts = "Marking/Marks";

    /// <summary>Lines with &gt; are students who have given the same answer. Lines with @ are files of the teacher.
    /// A line with $ is a mark that a window of the page gives to the answer. The window knows the marks of its last
    /// reply. Below are the reply and <c>adjust.csv</c>.</summary>
    [Theory]
    [FactsOf(Facts)]
    public void What_a_window_is_told_and_what_is_written(string fact)
    {
        using var session = new MarkingSession(Class.Store, Class.WriteTables);
        Dictionary<string, JsonNode> windows = [];
        ApprovedTexts.Answer(Facts, fact, saying =>
        {
            if (saying.Kind == '@')
                Class.File(saying.First, saying.Content + "\n");
            if (saying.Kind == '>')
                Class.Add(saying.First, GradedClass.ByHand("why", 2.5m, "same"), GradedClass.ByHand("how", 1, null));
            if (saying.Kind != '$')
                return null;
            string[] said = saying.First.Split(' ', 2);
            if (!windows.TryGetValue(said[0], out JsonNode? card))
                windows[said[0]] = card = Cards(session)[0];
            if (said.Length == 1)
                return "";
            string reply = session.Give(Mark(card, said[1])).Reply;
            if (JsonNode.Parse(reply)!["marks"] is { } marks)
                card["marks"] = marks.DeepClone();
            return $"{reply.Replace(Class.Path, "FOLDER")}\n{Class.Read(Adjustments.FileName).TrimStart('\uFEFF')}";
        });
    }

    [Fact]
    public async Task Marks_that_are_given_at_the_same_time_are_in_all_files_before_their_replies()
    {
        foreach (int i in Enumerable.Range(0, 20))
            Class.Add($"s{i}", GradedClass.ByHand("why", 2, $"answer {i}"));
        using var session = new MarkingSession(Class.Store, Class.WriteTables);

        var replies = await Task.WhenAll(
            Cards(session).Select(card => Task.Run(() => session.Give(Mark(card, "{\"points\":2}")))));

        Assert.All(replies, reply => Assert.True(reply.IsSaved));
        Assert.Equal(21, Class.Read(Adjustments.FileName).TrimEnd().Split('\n').Length);
        Assert.All(Class.Read(ResultFiles.Grades).TrimEnd().Split('\n')[1..], row => Assert.EndsWith(",2,0,2,2", row));
    }

    [Fact]
    public void A_row_for_two_assignments_becomes_the_row_of_the_other_one()
    {
        Class.Store.Write(Class.Add("ada", GradedClass.ByHand("why", 2, "one")) with { Assignment = "A2" });
        Class.File(Adjustments.FileName, "student,task,points,comment\nada,why,1,both\n");
        using var session = new MarkingSession(Class.Store, () => { });

        session.Give(Mark(Cards(session)[0], "{\"points\":2}"));

        Assert.Equal(
            "\uFEFFstudent,task,points,comment,answer\nada,A1/why,2,both,a7692c3ad3540bb8\nada,A2/why,1,both,\n",
            Class.Read(Adjustments.FileName));
    }

    [Fact]
    public void A_mark_is_stored_although_a_file_that_follows_cannot_be_written_and_the_page_says_so()
    {
        Class.Add("ada", GradedClass.ByHand("why", 2, "one"));
        using var session = new MarkingSession(Class.Store, () => throw new IOException("The disk is full."));

        (bool isSaved, string reply) = session.Give(Mark(Cards(session)[0], "{\"points\":2}"));

        Assert.True(isSaved);
        reply.ShouldContain("The mark is in adjust.csv, but other files were not written: The disk is full.");
        Class.Read(Adjustments.FileName).ShouldContain("ada,A1/why,2,,a7692c3ad3540bb8\n");
        session.Finish().ShouldContain("other files were not written: The disk is full.");
    }

    [Theory]
    [Cases(
        "", "[]", "null", "{}", "{\"id\":\"x\",\"seen\":null}", "{\"id\":\"x\",\"seen\":[null]}x",
        "{\"id\":\"x\",\"seen\":[],\"comment\":\"\\ud800\"}", "{\"id\":\"x\",\"seen\":[],\"comment\":1}")]
    public void What_is_no_mark_is_refused(string json)
    {
        using var session = new MarkingSession(Class.Store, () => { });
        Assert.False(session.Give(json).IsSaved);
    }

    [Fact]
    public void Only_one_session_at_a_time_uses_a_folder()
    {
        using (new MarkingSession(Class.Store, () => { }))
            Assert.Throws<FolderInUseException>(() => new MarkingSession(Class.Store, () => { })).Message
                .ShouldEndWith("is being marked already. End the other nn assign mark.");
        new MarkingSession(Class.Store, () => { }).Dispose();
    }

    private static JsonNode[] Cards(MarkingSession session) =>
        [.. JsonNode.Parse(session.Cards())!["cards"]!.AsArray().Select(card => card!)];

    private static string Mark(JsonNode card, string mark)
    {
        JsonNode given = JsonNode.Parse(mark)!;
        (given["id"], given["seen"]) = (card["id"]!.DeepClone(), card["marks"]!.DeepClone());
        return given.ToJsonString();
    }
}
