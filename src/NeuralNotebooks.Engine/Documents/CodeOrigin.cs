namespace NeuralNotebooks.Engine;

/// <summary>Whose code it is: of a cell; of a claim, which runs in a branch of the session; or other code of the host,
/// such as an expression of a Jupyter client.</summary>
public enum OriginKind { Cell, Claim, Uncounted }

/// <summary>Identifies code that a session runs.</summary>
/// <param name="Number">The number among the code of its kind, from 1. That of a cell is the execution count of its
/// result.</param>
public sealed record CodeOrigin(int Number, OriginKind Kind = OriginKind.Cell)
{
    /// <summary>The path of its text for the compiler. Imported files and claims have those of their files.</summary>
    internal string Path => Invariant($"{(Kind == OriginKind.Cell ? "cell" : "code")} {Number}");

    public override string ToString() => Kind == OriginKind.Cell ? Path : "code without a number";
}
