using System.Text.Json.Nodes;

namespace NeuralNotebooks.Plotting.Tests;

public class PackedFramesTests
{
    private static JsonArray Numbers(int count, Func<int, double> value) =>
        new([.. Enumerable.Range(0, count).Select(i => (JsonNode)value(i))]);

    private static JsonArray Numbers(int count, params JsonNode?[] others) =>
        new([.. Enumerable.Range(0, count).Select(i => (JsonNode)i), .. others]);

    private static Figure Frame(JsonObject[] traces, JsonObject? layout = null) =>
        new([.. traces.Select(trace => new Trace(trace))], new(layout ?? new JsonObject { ["height"] = 400 }));

    private static JsonObject Whole(Figure frame) =>
        new()
        {
            ["data"] = new JsonArray([.. frame.Traces.Select(trace => trace.Json.DeepClone())]),
            ["layout"] = frame.Layout.Json.DeepClone()
        };

    [Fact]
    public void Unpacked_frames_equal_the_original_ones()
    {
        Random random = new(1);
        for (int round = 0; round < 50; round++)
        {
            // Frames of different numbers of traces, with properties equal, missing, nested and null.
            Figure[] frames = [.. Enumerable.Range(0, random.Next(1, 6)).Select(_ => Frame(
                [.. Enumerable.Range(0, random.Next(0, 4)).Select(_ => RandomTrace(random))],
                new() { ["title"] = random.Next(2) == 0 ? "same" : "other",
                    ["xaxis"] = new JsonObject { ["range"] = new JsonArray(0, random.Next(2)) } }))];

            JsonObject packed = PackedFrames.Of(frames);

            for (int k = 0; k < frames.Length; k++)
                Assert.True(
                    JsonNode.DeepEquals(Whole(frames[k]), Page.FrameOf(packed, k)),
                    $"round {round}, frame {k}:\n{Whole(frames[k])}\n{Page.FrameOf(packed, k)}");
        }
    }

    [Fact]
    public void What_all_frames_share_is_written_once()
    {
        JsonObject Contour() =>
            new()
            {
                ["type"] = "contour",
                ["z"] = new JsonArray([.. Enumerable.Range(0, 20).Select(row => Numbers(20, i => row * i + 0.25))])
            };
        string one = PackedFrames.Of([Frame([Contour()])]).ToJsonString();
        string forty = PackedFrames.Of([.. Enumerable.Range(0, 40).Select(_ => Frame([Contour()]))]).ToJsonString();

        Assert.InRange(forty.Length, one.Length, one.Length + (40 * 30));
    }

    [Fact]
    public void A_line_that_grows_is_written_once()
    {
        Figure[] frames =
            [.. Enumerable.Range(10, 40)
            .Select(count => Frame([new JsonObject { ["y"] = Numbers(count, i => i * 0.5) }]))];
        JsonObject packed = PackedFrames.Of(frames);

        Assert.Equal(49, Assert.Single(packed["lists"]!.AsArray())!.AsArray().Count);
        Assert.Equal("""{"y":{"list":0,"first":10}}""", packed["frames"]![0]!["data"]![0]!.ToJsonString());
        Assert.Equal("""{"y":{"list":0}}""", packed["frames"]![39]!["data"]![0]!.ToJsonString());
    }

    [Fact]
    public void A_list_whose_last_number_only_shares_its_first_digits_is_not_a_prefix()
    {
        JsonObject packed =
            PackedFrames.Of([Frame([new JsonObject { ["x"] = Numbers(9, 1), ["y"] = Numbers(9, 12, 13) }])]);

        Assert.Equal(2, packed["lists"]!.AsArray().Count);
    }

    [Fact]
    public void Equal_rows_of_several_traces_are_written_once()
    {
        JsonObject Field() => new() { ["z"] = new JsonArray(Numbers(9), Numbers(9)) };

        Assert.Single(PackedFrames.Of([Frame([Field(), Field()])])["lists"]!.AsArray());
    }

    [Fact]
    public void Lists_of_texts_stay_where_they_are_since_they_may_be_colours()
    {
        JsonArray colours = [.. Enumerable.Range(0, 20).Select(_ => (JsonNode)"#0072b2")];

        Assert.Empty(PackedFrames.Of([Frame([new JsonObject { ["color"] = colours }])])["lists"]!.AsArray());
    }

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
