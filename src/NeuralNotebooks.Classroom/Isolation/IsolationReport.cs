namespace NeuralNotebooks.Classroom;

public enum IsolationKind
{
    None,

    Namespaces,

    Bubblewrap,
}

/// <summary>Which limits a sandbox enforces on this machine, tested by trying to escape.</summary>
public sealed record IsolationReport(IsolationKind Kind, IReadOnlyList<IsolationFinding> Findings)
{
    public bool IsIsolated =>
        Kind != IsolationKind.None && Findings.All(finding => finding.IsEnforced || !finding.IsNeeded);

    internal string Reached =>
        string.Join(", ", Findings.Where(finding => !finding.IsEnforced && finding.IsNeeded).Select(f => f.Name));
}
