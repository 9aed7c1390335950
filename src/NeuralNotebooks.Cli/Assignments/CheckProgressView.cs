namespace NeuralNotebooks.Cli;

/// <summary>Shows the progress of <c>nn assign check</c>: a counter in a terminal, or one line for each assignment in a
/// log.</summary>
internal static class CheckProgressView
{
    public static Task<CheckReport> ShowAsync(
        Terminal terminal, AssignmentSource source, Func<Action<int, int>?, Task<CheckReport>> check)
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
            .StartAsync(
                Markup.Escape(title),
                context =>
                    check((done, all) => context.Status = Markup.Escape($"{title}: {done} of {all} answers")));
    }
}
