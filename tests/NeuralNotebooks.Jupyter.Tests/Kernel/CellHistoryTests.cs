namespace NeuralNotebooks.Jupyter.Tests;

public sealed class CellHistoryTests
{
    [Theory]
    [Cases(
        """{ "n": 2 }""", "[[1,3,\"y\"],[1,4,\"x\"]]",
        """{ "hist_access_type": "tail", "n": 5 }""", "[[1,2,\"x\"],[1,3,\"y\"],[1,4,\"x\"]]",
        """{ "n": -1 }""", "[]",
        """{ "hist_access_type": "range", "session": 1, "start": 2, "stop": 4 }""", "[]",
        """{ "hist_access_type": "search", "pattern": "x*" }""", "[]")]
    public void A_client_gets_the_last_cells(string content, string expected)
    {
        var history = new CellHistory();
        foreach ((int i, string cell) in new[] { "x", "y", "x" }.Index())
            history.Add(i + 2, cell);

        JsonObject reply = history.Handle(
            FakeRequest.Of("history_request", JsonNode.Parse(content)!.AsObject(), (_, _) => { }));

        Assert.Equal(expected, reply["history"]!.ToJsonString());
    }
}
