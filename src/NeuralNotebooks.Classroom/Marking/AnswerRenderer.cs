namespace NeuralNotebooks.Classroom;

internal sealed partial class AnswerRenderer(GradingStore store, StandaloneProse prose)
{
    private const int MaxText = 20_000;

    /// <summary>The most bytes of images that are embedded in the page. Further images are separate files, since
    /// several copies of the page's text are in memory while it is made.</summary>
    private const int MaxImages = 10_000_000;

    private long _imageBytes;

    public Markup Render(MarkedAnswer answer)
    {
        (JudgedTask task, string text, SubmissionKey key) = (answer.Given, answer.Text, answer.Submissions[0].Key);
        if (string.IsNullOrWhiteSpace(text))
            return Markup.Paragraph("No answer.", "soft");
        var images = new Dictionary<string, Func<(string Type, byte[] Content)?>>();
        foreach ((string name, string file) in task.Images ?? new Dictionary<string, string>())
            images[name] = () => (TypeOf(file), File.ReadAllBytes(store.Folder.ImageOf(key, file)));
        // Images within the text become attachments, since the text is shortened.
        text = DataImage()
            .Replace(
                text,
                image =>
                {
                    string name = Invariant($"data-{images.Count}");
                    var bundle = new MimeBundle { { image.Groups["type"].Value, image.Groups["content"].Value } };
                    images[name] = () => ImageData.Of(bundle);
                    return MarkdownCell.AttachmentScheme + name;
                });
        text = Markup.WithoutInvisible(text, MaxText);
        if (task.IsText)
            text = UnclosedMarkup.AsText(text);
        else
        {
            string fence = new('`', 3 + Ticks().Matches(text).Select(run => run.Length).DefaultIfEmpty().Max());
            text = $"{fence}csharp\n{text}\n{fence}";
        }
        return Markup.Raw(
            prose.Add(
                text, name => images.TryGetValue(name, out var image) && image() is var (type, content)
                    ? Address(type, content)
                    : null));
    }

    private static string TypeOf(string file) =>
        $"image/{Path.GetExtension(file)[1..]}{(file.EndsWith(".svg", StringComparison.Ordinal) ? "+xml" : "")}";

    /// <summary>The address of an image: a URL that contains it, or the path of a separate file if the limit is
    /// reached. A vector image never becomes a file, since it could run scripts if it were opened as one.</summary>
    private string Address(string type, byte[] content)
    {
        if (type == "image/svg+xml" || (_imageBytes += content.Length) <= MaxImages)
            return ImageData.Url(type, content);
        Directory.CreateDirectory(store.Folder.ImagesToMark);
        ResultPath file = ResultFolder.ImageToMark($"{HexHash.Of(content)}.{type.Split('/')[1]}");
        File.WriteAllBytes(file.In(store.Path), content);
        return file.Link;
    }

    [GeneratedRegex("`+")]
    private static partial Regex Ticks();

    [GeneratedRegex(@"data:(?<type>image/(png|jpeg|gif|webp|svg\+xml));base64,(?<content>[A-Za-z0-9+/=]+)")]
    private static partial Regex DataImage();
}
