using Spectre.Console;

namespace NeuralNotebooks.Cli;

/// <summary>Where the command line writes, and what it can show there.</summary>
/// <param name="Output">For results.</param>
/// <param name="Error">For errors in the command itself.</param>
/// <param name="IsLive">Whether the output is a terminal that can redraw lines; otherwise plain lines are
/// written.</param>
internal sealed record Terminal(TextWriter Output, TextWriter Error, bool IsLive)
{
    /// <summary>Lines in a log may be long: there is no screen whose width limits them.</summary>
    private const int PlainWidth = 160;

    /// <summary>For tables, colours and progress.</summary>
    public IAnsiConsole Console { get; } = Create(Output, IsLive);

    /// <summary>Writes a line of any text for results.</summary>
    public void WriteLine(string line) => Output.WriteLine(PrintableText.Of(line));

    /// <summary>Writes a line of any text about an error or a doubt.</summary>
    public void WriteError(string line) => Error.WriteLine(PrintableText.Of(line));

    /// <summary>Says why a command fails.</summary>
    /// <returns>Its exit code.</returns>
    public int Fail(int code, string why)
    {
        WriteError(why);
        return code;
    }

    /// <summary>The terminal of this process. Colours are off where <c>NO_COLOR</c> is set, motion where <c>CI</c>
    /// is.</summary>
    /// <param name="output">Standard output, where it is not a live terminal.</param>
    /// <param name="error">Standard error.</param>
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
        if (!isLive)
            console.Profile.Width = PlainWidth;
        return console;
    }
}
