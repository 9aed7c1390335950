namespace NeuralNotebooks.Classroom.Tests;

/// <summary>A judge whose processes run in a sandbox.</summary>
public abstract class SandboxFixture(IsolationKind isolation) : JudgeFixture(isolation)
{
    /// <summary>Skips a test where this machine does not have the sandbox.</summary>
    public void SkipUnlessAvailable()
    {
        Assert.SkipWhen(
            Isolation == IsolationKind.Namespaces && Sandboxes.Missing(IsolationKind.Bubblewrap) is null,
            "The grader uses bubblewrap, which is there; IsolationCheckTests tries both sandboxes.");
        Sandboxes.SkipUnless(Isolation);
    }
}

/// <summary>With bubblewrap.</summary>
public sealed class BubblewrapFixture() : SandboxFixture(IsolationKind.Bubblewrap);

/// <summary>With namespaces.</summary>
public sealed class NamespacesFixture() : SandboxFixture(IsolationKind.Namespaces);
