namespace NeuralNotebooks.Classroom;

/// <summary>The forbidden types and members that the answers of a class use. To find them, the answers are compiled in
/// the sandbox. They do not run.</summary>
public sealed class ForbiddenUses
{
    private readonly ConcurrentDictionary<(SubmissionKey Submission, string Task), string[]> _ids = [];

    /// <summary>No forbidden uses.</summary>
    public static ForbiddenUses None { get; } = new();

    /// <summary>All forbidden uses, the most frequent first.</summary>
    internal IEnumerable<ForbiddenSymbol> All =>
        _ids.SelectMany(answer =>
                answer.Value.Select(id => (answer.Key.Submission.Assignment, answer.Key.Task, Id: id))
            )
            .CountBy(use => use)
            .Select(use => new ForbiddenSymbol(use.Key.Assignment, use.Key.Task, use.Key.Id, use.Value))
            .OrderByDescending(use => use.Students)
            .ThenBy(use => use.Assignment, StringComparer.Ordinal)
            .ThenBy(use => use.Task, StringComparer.Ordinal)
            .ThenBy(use => use.Id, StringComparer.Ordinal);

    /// <summary>Finds the forbidden uses.</summary>
    /// <param name="sources">The assignments.</param>
    /// <param name="submissions">The submissions; those that cannot be read are left out.</param>
    /// <param name="judge">Compiles the answers.</param>
    /// <param name="options">How the class is graded.</param>
    /// <param name="cancellation">Cancels the search.</param>
    /// <exception cref="JudgeException">Judging failed, and no answer is the reason.</exception>
    public static async Task<ForbiddenUses> FindAsync(
        IReadOnlyList<AssignmentSource> sources,
        IEnumerable<Submission> submissions,
        Judge judge,
        GradingOptions options,
        CancellationToken cancellation
    )
    {
        var found = new ForbiddenUses();
        await Parallel.ForEachAsync(
            submissions,
            new ParallelOptions { MaxDegreeOfParallelism = options.Jobs, CancellationToken = cancellation },
            async (submission, token) =>
            {
                AssignmentSource source = sources.Single(source => source.Name == submission.Assignment);
                if (SubmissionReader.TryRead(source, submission).Content is not { } submitted)
                    return;
                foreach (AssignmentTask task in source.JudgedTasks)
                {
                    IReadOnlyList<string> ids =
                        await judge.ForbiddenIdsAsync(new(source, submitted.Code, task, options), token);
                    found._ids[(submission.Key, task.Name)] =
                        [.. ids.Where(id => !ids.Any(type => IsMemberOf(type, id)))];
                }
            }
        );
        return found;
    }

    /// <summary>The documentation-comment ids of the forbidden symbols that an answer to a task uses.</summary>
    internal IReadOnlyList<string> In(SubmissionKey submission, string task) =>
        _ids.GetValueOrDefault((submission, task), []);

    /// <summary>Whether an id is that of a member of a type, so that allowing the type also allows the
    /// member.</summary>
    private static bool IsMemberOf(string type, string id) =>
        type.StartsWith("T:", StringComparison.Ordinal)
        && id.Length > 2
        && id.AsSpan(2).StartsWith($"{type[2..]}.", StringComparison.Ordinal);
}

/// <summary>A forbidden type or member that answers to a task use.</summary>
/// <param name="Assignment">The assignment.</param>
/// <param name="Task">The task.</param>
/// <param name="Id">The documentation-comment id of the symbol.</param>
/// <param name="Students">The number of students who use it.</param>
internal sealed record ForbiddenSymbol(string Assignment, string Task, string Id, int Students);
