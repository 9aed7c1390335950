namespace NeuralNotebooks.Jupyter.Tests;

public sealed class CellHistoryTests
{
    [Theory]
    [Cases(
        """{ "n": 2 }""", "3 y, 4 x + 1\n+ 2",
        """{ "hist_access_type": "tail", "n": 5 }""", "1 var x = 1;, 2 x + 1\n+ 2, 3 y, 4 x + 1\n+ 2",
        """{ "n": -1 }""", "",
        """{ "hist_access_type": "range", "stop": 2 }""", "1 var x = 1;",
        """{ "hist_access_type": "range", "session": 1, "start": 2, "stop": 4 }""", "2 x + 1\n+ 2, 3 y",
        """{ "hist_access_type": "range", "session": -1 }""", "",
        """{ "hist_access_type": "range", "session": 9 }""", "",
        """{ "hist_access_type": "search", "pattern": "x*2" }""", "2 x + 1\n+ 2, 4 x + 1\n+ 2",
        """{ "hist_access_type": "search", "pattern": "x*", "unique": true }""", "4 x + 1\n+ 2",
        """{ "hist_access_type": "search", "pattern": "*", "n": 1 }""", "4 x + 1\n+ 2",
        """{ "hist_access_type": "search", "pattern": "?", "n": 2 }""", "3 y",
        """{ "hist_access_type": "search", "pattern": "x" }""", "",
        """{ "hist_access_type": "range", "start": 3, "stop": 4, "output": true }""", "3 [\"y\",\"value of y\"]")]
    public void The_tail_a_range_or_what_matches_a_pattern_is_found(string content, string expected)
    {
        var history = new CellHistory();
        foreach ((int i, string cell) in new[] { "var x = 1;", "x + 1\n+ 2", "y", "x + 1\n+ 2" }.Index())
            history.Add(i + 1, cell, $"value of {cell}");
        ClientRequest request = FakeRequest.Of("history_request", JsonNode.Parse(content)!.AsObject(), (_, _) => { });

        JsonArray found = history.Handle(request)["history"]!.AsArray();

        Assert.All(found, entry => Assert.Equal(1, (int)entry![0]!));
        Assert.Equal(expected, string.Join(", ", found.Select(entry => $"{entry![1]} {Input(entry[2]!)}")));

        static string Input(JsonNode entry) => entry is JsonArray ? entry.ToJsonString() : entry.ToString();
    }
}
