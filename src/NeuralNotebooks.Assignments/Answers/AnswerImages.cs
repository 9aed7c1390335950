namespace NeuralNotebooks.Assignments;

/// <summary>The images of an answer in Markdown: attachments of its cells, and files in the notebook's folder. In
/// Jupyter, attachments of different cells often have the same name <c>image.png</c>, so those of later cells get a
/// number as prefix.</summary>
internal static partial class AnswerImages
{
    public static Dictionary<string, SubmittedImage> Of(IReadOnlyList<Cell> cells, ImageLimit limit)
    {
        var all = new Dictionary<string, SubmittedImage>();
        for (int i = 0; i < cells.Count; i++)
            foreach (string name in NamesIn(cells[i]))
                if (((MarkdownCell)cells[i]).Attachment(name) is { } bundle
                    && ImageData.Of(bundle) is var (type, content)
                    && limit.Add(name, type.Split('/', '+')[1], target => target.Write(content, 0, content.Length))
                        is { } added)
                    all[Prefix(i) + name] = added;
        return all;
    }

    /// <summary>The text of a cell, in which each attachment has the name that is unique within the answer.</summary>
    public static string TextOf(Cell cell, int index) =>
        NamesIn(cell).Any()
            ? cell.Source.Replace(MarkdownCell.AttachmentScheme, MarkdownCell.AttachmentScheme + Prefix(index))
            : cell.Source;

    /// <summary>An answer with the image files to which its text refers by relative paths. In its text, they have
    /// the same form as attachments.</summary>
    /// <param name="files">What copies each of the files in the notebook's folder, by their relative paths.</param>
    public static Answer WithFiles(
        Answer answer, Lazy<IReadOnlyDictionary<string, Action<Stream>>> files, ImageLimit limit)
    {
        var images = new Dictionary<string, SubmittedImage>(answer.Images);
        foreach (string name in Image().Matches(answer.Text).Select(NameOf).Distinct())
            if (!images.ContainsKey(name) && files.Value.TryGetValue(name, out Action<Stream>? copyTo)
                && limit.Add(name, TypeOf(name), copyTo) is { } added)
                images.Add(name, added);
        string text = Image()
            .Replace(
                answer.Text,
                image =>
                    images.ContainsKey(NameOf(image))
                        ? $"{image.Groups["before"].Value}{MarkdownCell.AttachmentScheme}{image.Groups["path"].Value}"
                        : image.Value);
        return answer with { Text = text, Images = images };
    }

    private static string NameOf(Match image) => Uri.UnescapeDataString(image.Groups["path"].Value);

    private static string TypeOf(string file) =>
        Path.GetExtension(file).ToLowerInvariant().Replace(".jpg", ".jpeg")[1..];

    [GeneratedRegex(
        """(?<before>!\[[^\]\n]{0,500}\]\(|<img\b[^<>]{0,500}?\ssrc=")(?!attachment:|data:|https?:|/)"""
            + """(?<path>[^)"\s]{1,300}\.(png|jpe?g|gif|webp))(?=[)"\s])""",
        RegexOptions.IgnoreCase)]
    private static partial Regex Image();

    private static string Prefix(int index) => index == 0 ? "" : Invariant($"{index}-");

    private static IEnumerable<string> NamesIn(Cell cell) =>
        cell is MarkdownCell text ? text.Attachments.Select(image => image.Key) : [];
}
