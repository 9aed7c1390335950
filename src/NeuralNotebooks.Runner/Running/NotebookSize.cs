namespace NeuralNotebooks.Runner;

/// <summary>Counts the characters of all outputs of a notebook, so that they stay within a limit: this process keeps
/// them until they are written.</summary>
internal sealed class NotebookSize
{
    /// <summary>The most characters of all outputs together. If JSON escapes each of them with six characters, the
    /// executed notebook can still be read (<see cref="NamedFile.MaxLength"/>).</summary>
    public const long Max = 64_000_000;

    /// <summary>What an output counts in addition to its text, since an empty one also needs memory.</summary>
    private const int PerOutput = 250;

    private long _characters;

    public static string Sentence { get; } = Invariant(
        $"\n[More output was left out: all outputs of a notebook may have {Max:N0} characters together.]\n");

    public static long Of(Output output) =>
        PerOutput + (output is StreamOutput stream ? stream.Text.Length : output.Length);

    public bool TryAdd(long characters)
    {
        bool fits = characters <= Max - _characters;
        if (fits)
            _characters += characters;
        return fits;
    }
}
