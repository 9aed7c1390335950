namespace NeuralNotebooks.Classroom.Tests;

/// <summary>A judge whose processes run in bubblewrap.</summary>
public sealed class SandboxFixture() : JudgeFixture(IsolationKind.Bubblewrap);
