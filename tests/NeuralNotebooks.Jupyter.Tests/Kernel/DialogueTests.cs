using System.Text.Encodings.Web;

namespace NeuralNotebooks.Jupyter.Tests;

/// <summary>Dialogues with a client: a line <c>&gt; code</c> is a cell, <c>$ channel type content</c> any other
/// request. The publications for the request and its reply follow.</summary>
[Collection(nameof(SharedKernel))]
public sealed partial class DialogueTests(SharedKernel kernel)
{
    private const string Requests = "Kernel/Requests";
    private static readonly JsonSerializerOptions _readable = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    [Theory]
    [FactsOf(Requests)]
    public void A_client(string fact)
    {
        using JupyterClient client = kernel.Connect();
        var spoken = new StringBuilder();
        foreach (Saying said in ApprovedTexts.Said(Requests, fact))
        {
            string[] words = said.Kind == '>' ? ["shell", "execute_request"] : said.First.Split(' ', 3);
            ZmtpClient channel = words[0] == "shell" ? client.Shell : client.Control;
            JsonObject content = words is [_, _, var given]
                ? JsonNode.Parse(given)!.AsObject()
                : JupyterClient.Cell(said.Text);
            Executed answer = null!;
            Wait.Until(() => // A busy machine may have no time for an analysis.
                (answer = client.Answer(channel, words[1], content)).Reply["status"]?.ToString() != "unknown"
            );
            spoken.Append(said.Written);
            foreach (Message message in answer.Published)
                Append(message.Type, message.Content);
            if (answer.Reply.Count > 0)
                Append("reply", answer.Reply);
        }
        List<string> ids = [];
        int? first = null;
        ApprovedTexts.Check(Requests, fact, Varying().Replace(spoken.ToString(), Fixed));

        void Append(string what, JsonObject content) =>
            spoken.Append(what).Append(' ').Append(content.ToJsonString(_readable)).Append('\n');

        string Fixed(Match match)
        {
            if (match.Groups["number"] is { Success: true, Value: var number })
                return $"{int.Parse(number, null) - (first ??= int.Parse(number, null)) + 1}";
            if (match.Groups["id"] is not { Success: true, Value: var id })
                return match.Value[0] == '<' ? "" : "N";
            if (!ids.Contains(id))
                ids.Add(id);
            return $"id {ids.IndexOf(id)}";
        }
    }

    [GeneratedRegex(
        "(?<=execution_count\":|cell )(?<number>\\d+)|<style>.*?</style>"
            + "|(?<id>[0-9a-f]{8}(-?[0-9a-f]{4}){3}-?[0-9a-f]{12})"
            + "|(?<=_version\":\"|banner\":\"NeuralNotebooks )\\d+\\.\\d+\\.[^\"]*")]
    private static partial Regex Varying();
}
