namespace NeuralNotebooks.Engine.Tests;

public abstract class InputTests(SessionOptions host)
{
    [Fact]
    public async Task A_cell_reads_lines_through_its_host_which_has_shown_what_was_written_before()
    {
        var asked = new List<InputRequest>();
        Shown shown = new();
        using var session = new CSharpSession(host with { Input = () => Answer });

        await session.ExecuteAsync(
            """
            Console.Write(Console.ReadLine()); Console.Write((char)Console.In.Read());
            Console.Write(Console.In.ReadLine());
            Console.Write(await GetInputAsync("Name?")); Console.Write(await GetPasswordAsync("Secret?"));
            """,
            new(1),
            shown,
            CancellationToken.None);

        Assert.Equal("answer 1answer 2answer 3answer 4", shown.Console);
        Assert.Equal([new("", false), new("", false), new("Name?", false), new InputRequest("Secret?", true)], asked);

        string Answer(InputRequest request)
        {
            shown.Console.ShouldContain(asked.Count == 0 ? "" : $"answer {asked.Count}");
            asked.Add(request);
            return $"answer {asked.Count}";
        }
    }
}

public sealed class InputTestsOnAThread() : InputTests(Hosts.WithThreads);

public sealed class InputTestsInPlace() : InputTests(Hosts.WithoutThreads);
