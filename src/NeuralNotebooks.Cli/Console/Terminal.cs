using Spectre.Console;

namespace NeuralNotebooks.Cli;

/// <summary>Where the command line writes, and what that can show.</summary>
/// <param name="Output">For results.</param>
/// <param name="Error">For what is wrong with the command itself.</param>
/// <param name="IsLive">Whether somebody watches a terminal that can redraw lines; otherwise there are plain lines, one after the other.</param>
internal sealed record Terminal(TextWriter Output, TextWriter Error, bool IsLive)
{
    /// <summary>Lines in a log may be long; they are not cut at the width of a screen that is not there.</summary>
    private const int PlainWidth = 160;

    /// <summary>For tables, colours and progress.</summary>
    public IAnsiConsole Console { get; } = Create(Output, IsLive);

    /// <summary>The terminal of this process. Colours are off where <c>NO_COLOR</c> is set, motion where <c>CI</c> is.</summary>
    /// <param name="output">Standard output, where it is not a live terminal.</param>
    /// <param name="error">Standard error.</param>
    public static Terminal OfProcess(TextWriter output, TextWriter error)
    {
        bool isLive = !System.Console.IsOutputRedirected && !IsSet("CI") && Environment.GetEnvironmentVariable("TERM") != "dumb";
        return new(isLive ? System.Console.Out : output, error, isLive);
    }

    private static bool IsSet(string variable) => Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value && value != "false";

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
