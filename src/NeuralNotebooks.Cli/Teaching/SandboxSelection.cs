namespace NeuralNotebooks.Cli;

/// <summary>Finds the sandbox in which <c>nn grade</c> runs submissions, and shows what it enforces.</summary>
internal sealed class SandboxSelection(Terminal terminal)
{
    /// <summary>The sandbox for submissions. It is tested by trying to escape from it. Null if none works and the user
    /// has not allowed grading without one.</summary>
    public async Task<IsolationKind?> FindAsync(bool isIsolated, CancellationToken cancellation)
    {
        if (!isIsolated)
        {
            terminal.WriteError(
                "warning: --no-isolation: the code of submissions can read and change whatever you can.");
            return IsolationKind.None;
        }
        IsolationReport report = await IsolationCheck.FindAsync(cancellation);
        if (report.IsIsolated)
        {
            IEnumerable<string> closed = report
                .Findings.Where(finding => finding.IsEnforced).Select(finding => finding.Name);
            terminal.WriteLine($"Sandbox: {string.Join(", ", closed)} are out of reach.");
            return report.Kind;
        }
        foreach (IsolationFinding finding in report.Findings.Where(one => one is { IsEnforced: false, IsNeeded: true }))
            terminal.WriteError($"Not blocked for submissions: {finding.Name}. {finding.Detail}");
        terminal.WriteError(
            "Submissions are not judged without a sandbox, unless --no-isolation allows it. See nn doctor.");
        return null;
    }
}
