namespace NeuralNotebooks.Classroom;

/// <summary>The kind of sandbox that isolates a submission from the rest of the machine.</summary>
public enum IsolationKind
{
    /// <summary>No sandbox: a process of the grader's user.</summary>
    None,

    /// <summary>Linux namespaces, created by unshare.</summary>
    Namespaces,

    Bubblewrap,
}

/// <summary>Which limits a sandbox enforces on this machine, tested by trying to escape.</summary>
public sealed record IsolationReport(IsolationKind Kind, IReadOnlyList<IsolationFinding> Findings)
{
    public bool IsIsolated =>
        Kind != IsolationKind.None && Findings.All(finding => finding.IsEnforced || !finding.IsNeeded);

    /// <summary>The attempts that must fail and have succeeded, for a message.</summary>
    internal string Reached =>
        string.Join(", ", Findings.Where(finding => !finding.IsEnforced && finding.IsNeeded).Select(f => f.Name));
}
