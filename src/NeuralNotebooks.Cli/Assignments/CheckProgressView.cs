using NeuralNotebooks.Classroom;
using Spectre.Console;

namespace NeuralNotebooks.Cli;

/// <summary>Progress of <c>nn assign check</c>: a counter in a terminal, one line for each assignment in a
/// log.</summary>
internal static class CheckProgressView
{
    public static Task<CheckReport> ShowAsync(
        Terminal terminal,
        AssignmentSource source,
        Func<IProgress<CheckProgress>?, Task<CheckReport>> check
    )
    {
        string title = $"checking {source.Name}";
        if (!terminal.IsLive)
        {
            terminal.WriteLine(title);
            terminal.Output.Flush();
            return check(null);
        }
        return terminal
            .Console.Status()
            .StartAsync(Markup.Escape(title), context => check(new Counter(context, title)));
    }

    private sealed class Counter(StatusContext context, string title) : IProgress<CheckProgress>
    {
        public void Report(CheckProgress value) =>
            context.Status = Markup.Escape($"{title}: {value.Done} of {value.All} answers");
    }
}
