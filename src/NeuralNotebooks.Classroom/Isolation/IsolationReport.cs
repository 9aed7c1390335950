namespace NeuralNotebooks.Classroom;

/// <summary>What keeps a submission from the rest of the machine.</summary>
public enum IsolationKind
{
    /// <summary>Nothing: a process of the grader's own.</summary>
    None,

    /// <summary>Namespaces of Linux, made by unshare.</summary>
    Namespaces,

    /// <summary>bubblewrap.</summary>
    Bubblewrap,
}

/// <summary>What is enforced here: found by trying to get out.</summary>
/// <param name="Kind">The kind of sandbox.</param>
/// <param name="Findings">One for each attempt.</param>
public sealed record IsolationReport(IsolationKind Kind, IReadOnlyList<IsolationFinding> Findings)
{
    /// <summary>Whether every attempt that must fail has failed.</summary>
    public bool IsIsolated => Kind != IsolationKind.None && Findings.All(finding => finding.IsEnforced || !finding.IsNeeded);
}

/// <summary>What became of one attempt.</summary>
/// <param name="Name">What is kept from a submission, such as "the grader's files".</param>
/// <param name="IsEnforced">Whether the attempt failed.</param>
/// <param name="IsNeeded">Whether grading without it needs <c>--no-isolation</c>.</param>
/// <param name="Detail">What was seen.</param>
public sealed record IsolationFinding(string Name, bool IsEnforced, bool IsNeeded, string Detail);
