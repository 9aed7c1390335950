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
    public async Task Marks_from_the_page_alone_are_written_and_the_grades_and_pages_follow_or_the_command_fails()
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
        InvokedCommand second = await InvokedCommand.Of("assign", "mark", Folder.At("graded"));
        Assert.Equal(ExitCode.Failed, second.ExitCode);
        second.Error.ShouldContain("is being marked already");
        Assert.Equal(200, await Status(HttpMethod.Post, "marks", mark, origin));
        Assert.Equal(409, await Status(HttpMethod.Post, "marks", mark.Replace("1.5", "1"), origin));

        Assert.Equal(
            "student,task,points,comment,answer\nada,A1/why,1.5,nearly,aa511aeeeb8a1199\n",
            Folder.Read("graded/adjust.csv"));
        Folder.Read("graded/grades.csv").ShouldContain("A1,,,ada,,,,1.5,0,1.5,2");
        Folder.Read("graded/moodle-A1.csv").ShouldContain(",1.5,2");
        Folder.Read("graded/feedback/ada/A1/A1.html").ShouldContain("nearly");

        Assert.Empty(error.ToString());
        File.Delete(Folder.At("graded/grades.csv"));
        Directory.CreateDirectory(Folder.At("graded/grades.csv"));
        mark = $$"""{"id":"{{id}}","seen":[{"points":1.5,"comment":"nearly"}],"points":2}""";
        Assert.Equal(200, await Status(HttpMethod.Post, "marks", mark, origin));
        await end.CancelAsync();
        Assert.Equal(ExitCode.Failed, await command);
        error.ToString().ShouldContain("The mark is in adjust.csv, but other files were not written: ");

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
    public async Task The_browser_opens_a_file_of_this_user_alone_and_no_argument_contains_the_secret()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Other systems start the browser themselves.");
        Folder.File("graded/ada/A1/answers.json", Answers);
        Directory.CreateDirectory(Folder.At("bin"));
        Folder.Program("bin/xdg-open", "#!/bin/sh\necho \"$1\" > opened\n");
        ProcessStartInfo start = Signal.Nn(Signal.Default, "assign", "mark", Folder.At("graded"), "--open");
        (start.WorkingDirectory, start.Environment["PATH"]) = (Folder.Path, Folder.At("bin"));
        using Process process = Process.Start(start)!;
        string said = await process.StandardOutput.ReadLineAsync(Cancellation) ?? "", opened = "";
        await Wait.UntilAsync(() => File.Exists(Folder.At("opened"))
            && (opened = Folder.Read("opened").Trim()).Length > 0);

        Assert.Equal(Folder.At("graded/.nn-open.html"), opened);
        Assert.Equal("600", Programs.Run("stat", "-c", "%a", opened).Output.Trim());
        File.ReadAllText(opened).ShouldContain($"url={Address().Match(said).Value}\"");
        Signal.Send("INT", process.Id);
        await process.WaitForExitAsync(Cancellation);
        Assert.Equal((ExitCode.Passed, false), (process.ExitCode, File.Exists(opened)));
    }

    [GeneratedRegex(@"http://127\.0\.0\.1:\d+/[0-9a-f]{32}/marking\.html")]
    private static partial Regex Address();

    [GeneratedRegex("(?<=\"id\":\")[0-9a-f]{16}")]
    private static partial Regex Id();
}
