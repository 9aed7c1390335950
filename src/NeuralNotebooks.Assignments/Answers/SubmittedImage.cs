namespace NeuralNotebooks.Assignments;

/// <summary>An image that a student's text shows. Its content is read only when it is stored.</summary>
/// <param name="FileName">The name of its file among the results: a hash of its content, and its type.</param>
internal sealed partial record SubmittedImage(string FileName, Action<Stream> CopyTo)
{
    /// <summary>Whether a text is a valid name of an image's file. Such a name cannot lead to another folder.</summary>
    internal static bool IsFileName(string name) => Name().IsMatch(name);

    [GeneratedRegex(@"^[0-9a-f]{64}\.(png|jpeg|gif|webp|svg)\z")]
    private static partial Regex Name();
}
