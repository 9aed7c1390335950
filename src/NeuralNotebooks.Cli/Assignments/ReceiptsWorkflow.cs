using NeuralNotebooks.Classroom;

namespace NeuralNotebooks.Cli;

/// <summary><c>nn grade --receipts</c>: writes a receipt for each submission, without running it.</summary>
internal sealed class ReceiptsWorkflow(Terminal terminal, GradingStore store, GradingOptions options)
{
    /// <param name="sources">The assignments.</param>
    /// <param name="submitted">The submissions.</param>
    /// <param name="sandbox">The sandbox in which answers are compiled to find forbidden types and members; null if
    /// there is none, so that these are not searched.</param>
    /// <param name="cancellation">Cancels the search.</param>
    public async Task<int> RunAsync(
        IReadOnlyList<AssignmentSource> sources,
        SubmittedClass submitted,
        IsolationKind? sandbox,
        CancellationToken cancellation
    )
    {
        ForbiddenUses forbidden = sandbox is { } kind
            ? await ForbiddenAsync(sources, submitted.Submissions, kind, cancellation)
            : ForbiddenUses.None;
        return ShowReceipts(
            Receipts.Write(
                store.Path,
                sources,
                submitted.Submissions,
                submitted.Students,
                submitted.Reports,
                forbidden
            )
        );
    }

    private async Task<ForbiddenUses> ForbiddenAsync(
        IReadOnlyList<AssignmentSource> sources,
        IReadOnlyList<Submission> submissions,
        IsolationKind isolation,
        CancellationToken cancellation
    )
    {
        await using var judge = new Judge(isolation);
        return await ForbiddenUses.FindAsync(sources, submissions, judge, options, cancellation);
    }

    private int ShowReceipts(IReadOnlyList<Receipt> receipts)
    {
        int absent = receipts.Count(receipt => receipt.IsAbsent);
        terminal.WriteLine(
            $"{receipts.Count(receipt => receipt.Lost == default(Points))} of {receipts.Count - absent} submissions "
                + $"lose nothing{(absent > 0 ? $", {absent} more are missing" : "")}: "
                + Path.Combine(store.Path, Receipts.FileName)
        );
        return receipts.Any(receipt => receipt.Problem is not null) ? ExitCode.Failed : ExitCode.Passed;
    }
}
