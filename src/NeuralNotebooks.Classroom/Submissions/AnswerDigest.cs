namespace NeuralNotebooks.Classroom;

/// <summary>A short hash of what grading reads of a notebook. Whatever program has written the file, the same answers
/// give the same digest: a student and a teacher can tell by it whether they speak of the same file.</summary>
internal static class AnswerDigest
{
    private const int Length = 12, GroupLength = 4;

    /// <param name="texts">The answers, their images, and the student's own cells.</param>
    public static string Of(IEnumerable<string> texts)
    {
        string all = string.Join('\0', texts.Select(Normalized));
        string hash = HexHash.Of(all);
        return string.Join('-', hash[..Length].Chunk(GroupLength).Select(group => new string(group)));
    }

    /// <summary>Programs write line ends in different ways, and some remove white space at the ends of lines.</summary>
    private static string Normalized(string text) =>
        string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(line => line.TrimEnd())).Trim('\n');
}
