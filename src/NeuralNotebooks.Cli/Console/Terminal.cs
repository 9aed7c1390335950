namespace NeuralNotebooks.Cli;

/// <param name="IsLive">Whether the output is a terminal that can redraw lines; otherwise plain lines are
/// written.</param>
internal sealed record Terminal(TextWriter Output, TextWriter Error, bool IsLive)
{
    /// <summary>The width of tables in a log, where no screen limits it.</summary>
    private const int PlainWidth = 160;

    public IAnsiConsole Console { get; } = Create(Output, IsLive);

    public bool CanAnimate => IsLive && Console.Profile.Capabilities.Ansi;

    /// <summary>Writes a line to the output. Control characters in it are replaced.</summary>
    public void WriteLine(string line) => Output.WriteLine(PrintableText.Of(line));

    public void WriteError(string line) => Error.WriteLine(PrintableText.Of(line));

    /// <summary>Writes a note: something that the user may want to know, and that does not make the command
    /// fail.</summary>
    public void WriteNote(string note) => WriteError($"note: {note}");

    /// <summary>Says what is being done until a task ends: with a spinner on a screen, and in a line of a
    /// log.</summary>
    /// <param name="run">Starts the task. It may change the text on a screen.</param>
    /// <param name="isLogged">Whether a log has the texts to which it changes, and not the first one.</param>
    public async Task<T> ShowWhileAsync<T>(string what, Func<Action<string>, Task<T>> run, bool isLogged = false)
    {
        if (CanAnimate)
            return await Console.Status().StartAsync(
                Markup.Escape(what), status => run(text => status.Status = Markup.Escape(text)));
        if (!isLogged)
            Show(what);
        return await run(isLogged ? Show : _ => { });

        void Show(string text)
        {
            WriteLine(text);
            Output.Flush();
        }
    }

    /// <returns>Its exit code.</returns>
    public int Fail(int code, string why)
    {
        WriteError(why);
        return code;
    }

    /// <summary>The terminal of this process. There are no colours if <c>NO_COLOR</c> is set, and no animations if
    /// <c>CI</c> is set.</summary>
    /// <param name="output">The writer to use if standard output is not a live terminal.</param>
    public static Terminal OfProcess(TextWriter output, TextWriter error)
    {
        bool isLive =
            !System.Console.IsOutputRedirected && !IsSet("CI") && Environment.GetEnvironmentVariable("TERM") != "dumb";
        return new(isLive ? System.Console.Out : output, error, isLive);
    }

    private static bool IsSet(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value && value != "false";

    private static IAnsiConsole Create(TextWriter output, bool isLive)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = isLive ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = isLive ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = isLive ? InteractionSupport.Detect : InteractionSupport.No,
            Out = new AnsiConsoleOutput(output),
        });
        console.Pipeline.Attach(new PrintableText());
        if (!isLive)
            console.Profile.Width = PlainWidth;
        return console;
    }
}
