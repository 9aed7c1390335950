using System.Net.Http.Headers;

namespace NeuralNotebooks.Cli.Tests;

public sealed partial class MarkCommandTests : FolderedTests
{
    private const string Answers = """
        {"student":"ada","assignment":"A1","timestamp":"","maxPoints":2,"problem":null,"notes":[],
         "hashes":{"submission":"","source":"","kit":"","limits":""},"tasks":[{"name":"why","title":"Why?","points":2,
         "isByHand":true,"isText":true,"solution":"","submitted":"because","probes":[],"mistakes":[],"notes":[]}]}
        """;

    [Fact]
    public async Task Marks_from_the_page_alone_are_written_and_the_grades_and_pages_follow()
    {
        Folder.File("graded/ada/A1/answers.json", Answers);
        Folder.File("graded/feedback/index.html", "");
        Folder.File("graded/moodle-A1.csv", "of nn grade");
        using var end = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var output = new AwaitedOutput("ends it)");
        using var error = new StringWriter();
        Terminal terminal = new(TextWriter.Synchronized(output), error, IsLive: false);
        Task<int> command = CommandLine.InvokeAsync(["assign", "mark", Folder.At("graded")], terminal, end.Token);
        await Task.WhenAny(command, output.Shown);
        Uri page = new(Address().Match(output.ToString()).Value);
        string origin = page.GetLeftPart(UriPartial.Authority);
        using var client = new HttpClient { BaseAddress = page };
        string id = Id().Match(await client.GetStringAsync("marks", Cancellation)).Value,
            mark = $$"""{"id":"{{id}}","seen":[{"points":null,"comment":""}],"points":1.5,"comment":"nearly"}""";

        Assert.Contains("because", await client.GetStringAsync(page, Cancellation));
        Assert.Equal(404, await Status(HttpMethod.Get, $"{origin}/marking.html"));
        Assert.Equal(404, await Status(HttpMethod.Post, $"{origin}/marks", mark, origin));
        Assert.Equal(403, await Status(HttpMethod.Post, "marks", mark));
        Assert.Equal(403, await Status(HttpMethod.Post, "marks", mark, "null"));
        Assert.Equal(403, await Status(HttpMethod.Post, "marks", mark, "http://evil.example"));
        Assert.Equal(403, await Status(HttpMethod.Post, "marks", mark, origin, "text/plain"));
        Assert.Equal(405, await Status(HttpMethod.Put, "marks", mark, origin));
        Assert.Equal(409, await Status(HttpMethod.Post, "marks", "{}", origin));
        Assert.Equal(413, await Status(HttpMethod.Post, "marks", new string(' ', 200_000), origin));
        Assert.False(File.Exists(Folder.At("graded/adjust.csv")));
        Assert.Equal(200, await Status(HttpMethod.Post, "marks", mark, origin));
        Assert.Equal(409, await Status(HttpMethod.Post, "marks", mark.Replace("1.5", "1"), origin));

        Assert.Equal("student,task,points,comment\nada,A1/why,1.5,nearly\n", Folder.Read("graded/adjust.csv"));
        Folder.Read("graded/grades.csv").ShouldContain("A1,,,ada,,,,1.5,0,1.5,2");
        Folder.Read("graded/moodle-A1.csv").ShouldContain(",1.5,2");
        Folder.Read("graded/feedback/ada/A1/A1.html").ShouldContain("nearly");
        await end.CancelAsync();
        Assert.Equal((ExitCode.Passed, ""), (await command, error.ToString()));

        async Task<int> Status(
            HttpMethod method, string path, string? body = null, string? origin = null,
            string type = "application/json")
        {
            using var request = new HttpRequestMessage(method, path);
            if (body is not null)
                request.Content = new StringContent(body, MediaTypeHeaderValue.Parse(type));
            if (origin is not null)
                request.Headers.Add("Origin", origin);
            using HttpResponseMessage answer = await client.SendAsync(request, Cancellation);
            return (int)answer.StatusCode;
        }
    }

    [Fact]
    public async Task Results_without_a_task_for_marking_are_named()
    {
        Folder.File("graded/ada/A1/answers.json", Answers.Replace("\"isByHand\":true", "\"isByHand\":false"));

        InvokedCommand command = await InvokedCommand.Of("assign", "mark", Folder.At("graded"));

        Assert.Equal(ExitCode.UnusableInput, command.ExitCode);
        command.Error.ShouldContain("No task of the results in ", " is marked by hand.");
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+/[0-9a-f]{32}/marking\.html")]
    private static partial Regex Address();

    [GeneratedRegex("(?<=\"id\":\")[0-9a-f]{16}")]
    private static partial Regex Id();
}
