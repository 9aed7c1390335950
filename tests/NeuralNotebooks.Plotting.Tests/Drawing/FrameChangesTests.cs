using System.Text.Json.Nodes;
using Plotly.NET;

namespace NeuralNotebooks.Plotting.Tests;

public class FrameChangesTests
{
    private static JsonArray Numbers(int count, Func<int, double> value) =>
        new([.. Enumerable.Range(0, count).Select(i => (JsonNode)value(i))]);

    private static JsonArray Numbers(int count, params JsonNode?[] others) =>
        new([.. Enumerable.Range(0, count).Select(i => (JsonNode)i), .. others]);

    private static Figure Frame(JsonObject[] traces, JsonObject? layout = null) =>
        new([.. traces.Select(trace => new FigurePart(trace))], new(layout ?? new JsonObject { ["height"] = 400 }));

    /// <summary>The frame without the properties that are null, which plotly.js treats as not set.</summary>
    private static JsonObject Whole(Figure frame)
    {
        return new()
        {
            ["data"] = new JsonArray([.. frame.Traces.Select(Set)]),
            ["layout"] = Set(frame.Layout),
        };

        static JsonObject Set(FigurePart part) =>
            new(part.Json.Where(property => property.Value is not null)
                .Select(property => KeyValuePair.Create(property.Key, property.Value?.DeepClone())));
    }

    [Fact]
    public void The_changes_lead_from_each_frame_to_the_next_one()
    {
        Random random = new(1);
        for (int round = 0; round < 50; round++)
        {
            // Frames of different numbers of traces, with properties equal, missing, nested and null.
            Figure[] frames = [.. Enumerable.Range(0, random.Next(1, 6)).Select(_ => Frame(
                [.. Enumerable.Range(0, random.Next(0, 4)).Select(_ => RandomTrace(random))],
                new() { ["title"] = random.Next(2) == 0 ? "same" : "other",
                    ["xaxis"] = new JsonObject { ["range"] = new JsonArray(0, random.Next(2)) } }))];

            JsonObject drawing = new() { ["frames"] = FrameChanges.Of(frames) };

            for (int k = 0; k < frames.Length; k++)
                Assert.True(
                    JsonNode.DeepEquals(Whole(frames[k]), Page.FrameOf(drawing, k)),
                    $"round {round}, frame {k}:\n{Whole(frames[k])}\n{Page.FrameOf(drawing, k)}");
        }
    }

    private static readonly Dictionary<string, Figure[]> _frames = new()
    {
        ["What does not change from frame to frame is written once"] =
            [.. Enumerable.Range(1, 3).Select(k => Frame([
                new() { ["z"] = new JsonArray(Numbers(9)) }, new() { ["z"] = new JsonArray(Numbers(9)), ["name"] = k },
            ]))],
        ["A long list of numbers is a typed array if that is shorter"] =
            [Frame([new() { ["x"] = Numbers(30, i => 1000 * i), ["y"] = Numbers(30, i => i % 10) }])],
        ["A property that a frame does not have is null after a frame that has it"] =
            [Frame([new() { ["name"] = "a" }]), Frame([new()]), Frame([new()])],
        ["Lists of texts stay where they are, since they may be colours"] =
            [Frame([new() { ["color"] = new JsonArray([.. Enumerable.Repeat("#0072b2", 9)]) }])],
    };

    [Theory]
    [FactsOf("Drawing/FrameChanges")]
    public void Frames_are_written_as_changes(string fact) =>
        ApprovedTexts.Check("Drawing/FrameChanges", fact, string.Concat(
            FrameChanges.Of(_frames[fact]).Select(frame => $"{frame!.ToJsonString()}\n")));

    private static JsonObject RandomTrace(Random random)
    {
        JsonObject marker = new() { ["color"] = "#0072b2", ["gap"] = null };
        JsonObject trace = new() { ["name"] = random.Next(3), ["marker"] = marker };
        foreach (string name in new[] { "x", "y", "z" }.Where(_ => random.Next(3) > 0))
        {
            int start = random.Next(2);
            trace[name] = random.Next(5) switch
            {
                0 => null,
                1 => Numbers(8, null, 3),
                2 => new JsonArray([.. Enumerable.Range(0, random.Next(4)).Select(row => Numbers(10, i => row + i))]),
                _ => Numbers(random.Next(30), i => start + i),
            };
        }
        if (random.Next(3) > 0)
            marker["size"] = Numbers(12, i => i * random.Next(2));
        return trace;
    }
}
