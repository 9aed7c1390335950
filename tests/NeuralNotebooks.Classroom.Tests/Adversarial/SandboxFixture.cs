[assembly: AssemblyFixture(typeof(NeuralNotebooks.Classroom.Tests.Adversarial.SandboxFixture))]

namespace NeuralNotebooks.Classroom.Tests.Adversarial;

/// <summary>A judge whose processes run in the strongest sandbox of this machine. IsolationCheckTests tests both
/// kinds.</summary>
public sealed class SandboxFixture() : JudgeFixture(_isolation)
{
    private static readonly IsolationKind _isolation =
        Sandboxes.Missing(IsolationKind.Bubblewrap) is null ? IsolationKind.Bubblewrap : IsolationKind.Namespaces;

    public void SkipUnlessAvailable() => Sandboxes.SkipUnless(Isolation);
}
