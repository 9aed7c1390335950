namespace NeuralNotebooks.Engine.Tests;

public abstract class InputTests(SessionOptions host)
{
    [Fact]
    public async Task A_cell_reads_lines_through_its_host()
    {
        var asked = new List<InputRequest>();
        using var session = new CSharpSession(host with
        {
            Input = request =>
            {
                asked.Add(request);
                return $"answer {asked.Count}";
            },
        });
        var shown = new Shown();

        await session.ExecuteAsync(
            "Console.Write(Console.ReadLine()); Console.Write((char)Console.In.Read()); "
                + "Console.Write(Console.In.ReadLine()); Console.Write(await GetInputAsync(\"Name?\")); "
                + "Console.Write(await GetPasswordAsync(\"Secret?\"));",
            1,
            shown,
            CancellationToken.None
        );

        Assert.Equal("answer 1answer 2answer 3answer 4", shown.Console);
        Assert.Equal([new("", false), new("", false), new("Name?", false), new InputRequest("Secret?", true)], asked);
    }

    [Fact]
    public async Task What_was_written_before_is_shown_before_the_question()
    {
        var shown = new Shown();
        string? before = null;
        using var session = new CSharpSession(host with
        {
            Input = _ =>
            {
                before = shown.Console;
                return "";
            },
        });

        await session.ExecuteAsync(
            "Console.Write(\"Your name: \"); Console.ReadLine();",
            1,
            shown,
            CancellationToken.None
        );

        Assert.Equal("Your name: ", before);
    }

    [Fact]
    public async Task Where_nobody_can_be_asked_the_cell_fails_with_a_reason()
    {
        using var session = new TestSession(host);

        Assert.Contains(
            "Write the value into the cell",
            (await session.Run("await GetInputAsync(\"Name?\")")).Traceback,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_cell_can_clear_what_it_has_shown()
    {
        using var session = new TestSession(host);

        Assert.Equal(
            "after",
            (await session.Run("Console.Write(\"before\"); display(1); ClearOutput(); Console.Write(\"after\");")).Order
        );
    }
}

public sealed class InputTestsOnAThread() : InputTests(Hosts.WithThreads);

public sealed class InputTestsInPlace() : InputTests(Hosts.WithoutThreads);
