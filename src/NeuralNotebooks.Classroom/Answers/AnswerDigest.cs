namespace NeuralNotebooks.Classroom;

/// <summary>A short hash of the parts of a notebook that grading reads. It does not depend on the program that wrote
/// the file. A student and a teacher can compare it to find out whether they have the same answers.</summary>
internal static class AnswerDigest
{
    private const int Length = 12, GroupLength = 4;

    /// <summary>The digest of texts.</summary>
    /// <param name="texts">The answers, the hashes of their images, and the student's other cells.</param>
    public static string Of(IEnumerable<string> texts)
    {
        string all = string.Join('\0', texts.Select(Normalized));
        string hash = HexHash.Of(all);
        return string.Join('-', hash[..Length].Chunk(GroupLength).Select(group => new string(group)));
    }

    /// <summary>Makes texts equal that differ only in line endings or trailing white space, which editors
    /// change.</summary>
    private static string Normalized(string text) =>
        string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd())).Trim('\n');
}
