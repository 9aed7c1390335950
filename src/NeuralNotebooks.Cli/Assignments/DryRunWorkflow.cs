using System.Collections.Concurrent;
using NeuralNotebooks.Classroom;

namespace NeuralNotebooks.Cli;

/// <summary><c>nn grade --dry-run</c>: what a class's answers use although answers may not, before anything
/// runs.</summary>
internal sealed class DryRunWorkflow(Terminal terminal, Judge judge, GradingOptions options)
{
    public async Task<int> RunAsync(
        IReadOnlyList<AssignmentSource> sources,
        IReadOnlyList<Submission> submissions,
        CancellationToken cancellation
    )
    {
        var uses = new ConcurrentBag<(string Assignment, string Task, string Id)>();
        var unread = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(
            submissions,
            new ParallelOptions { MaxDegreeOfParallelism = options.Jobs, CancellationToken = cancellation },
            async (submission, token) =>
            {
                AssignmentSource source = sources.First(source => source.Name == submission.Assignment);
                try
                {
                    Work work = SubmittedWork.Of(source, submission).Work;
                    var judging = new JudgeOptions { KitScript = options.KitScript };
                    foreach (var (task, ids) in await judge.RefusedAsync(source, work, judging, token))
                        foreach (string id in ids.Where(id => !ids.Any(type => IsMemberOf(type, id))))
                            uses.Add((source.Name, task, id));
                }
                catch (Exception e) when (e is SubmissionException or JudgeException)
                {
                    unread.Add($"{submission.Key} could not be graded: {e.Message}");
                }
            }
        );
        foreach (string line in unread.Order(StringComparer.Ordinal))
            terminal.WriteError(line);
        var counts = uses.CountBy(use => use)
            .OrderByDescending(use => use.Value)
            .ThenBy(use => use.Key)
            .ToArray();
        foreach (((string assignment, string task, string id), int students) in counts)
            terminal.WriteLine(
                $"{Readable.Count(students, "student")}  {assignment}, {task}: {id}"
                    + (IsForbidden(assignment, task, id) ? " (FORBIDDEN there)" : "")
            );
        terminal.WriteLine(
            counts.Length == 0
                ? "No answer uses what it may not. Nothing was run or stored."
                : "Nothing was run or stored. To allow one of these, write it into the source, into a cell whose "
                    + $"first line is // ALLOWED {counts[0].Key.Task}: // {counts[0].Key.Id}"
        );
        return unread.IsEmpty ? ExitCode.Passed : ExitCode.CellFailed;

        bool IsForbidden(string assignment, string task, string id) =>
            sources.First(source => source.Name == assignment)
                .Tasks.First(known => known.Name == task)
                .Forbidden.Contains(id);
    }

    /// <summary>Whether allowing a type allows the other symbol, too.</summary>
    private static bool IsMemberOf(string type, string id) =>
        type.StartsWith("T:", StringComparison.Ordinal)
        && id.Length > 2
        && id.AsSpan(2).StartsWith($"{type[2..]}.", StringComparison.Ordinal);
}
