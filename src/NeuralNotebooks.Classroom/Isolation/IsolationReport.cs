namespace NeuralNotebooks.Classroom;

/// <summary>What isolates a submission from the rest of the machine.</summary>
public enum IsolationKind
{
    /// <summary>Nothing: a process of the grader's own.</summary>
    None,

    /// <summary>Linux namespaces, created by unshare.</summary>
    Namespaces,

    /// <summary>bubblewrap.</summary>
    Bubblewrap,
}

/// <summary>What is enforced here, determined by trying to escape.</summary>
/// <param name="Kind">The kind of sandbox.</param>
/// <param name="Findings">One for each attempt.</param>
public sealed record IsolationReport(IsolationKind Kind, IReadOnlyList<IsolationFinding> Findings)
{
    /// <summary>Whether every attempt that must fail has failed.</summary>
    public bool IsIsolated =>
        Kind != IsolationKind.None && Findings.All(finding => finding.IsEnforced || !finding.IsNeeded);
}

/// <summary>The outcome of one attempt.</summary>
/// <param name="Name">What a submission must not reach, such as "the grader's files".</param>
/// <param name="IsEnforced">Whether the attempt failed.</param>
/// <param name="IsNeeded">Whether grading without it needs <c>--no-isolation</c>.</param>
/// <param name="Detail">What was observed.</param>
public sealed record IsolationFinding(string Name, bool IsEnforced, bool IsNeeded, string Detail);
