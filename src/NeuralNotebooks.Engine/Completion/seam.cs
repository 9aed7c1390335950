namespace NeuralNotebooks.Engine;
#pragma warning disable CS1591, CA1822
public sealed partial class CSharpSession {
    public CompletionList Complete(string code, int position) => new(position, position, []);
    public Inspection? Inspect(string code, int position, bool detailed) => null;
    public Completeness CheckComplete(string code) => new(CodeStatus.Complete, "");
}
public sealed record CompletionList(int Start, int End, IReadOnlyList<Completion> Items);
public sealed record Completion(string Text, string Kind, string? Signature);
public sealed record Inspection(MimeBundle Data);
public enum CodeStatus { Complete, Incomplete, Invalid }
public sealed record Completeness(CodeStatus Status, string Indent);
