namespace NeuralNotebooks.Tests;

public partial class XmlCommentTests
{
    /// <summary>The tags that the compiler and tools know. They omit unknown tags without a warning.</summary>
    private static readonly string[] _known =
    [
        "c", "code", "content", "example", "exception", "inheritdoc", "item", "list", "para", "param", "paramref",
        "remarks", "returns", "see", "summary", "typeparam", "typeparamref",
    ];

    [Fact]
    public void Every_tag_of_a_comment_is_known() =>
        Assert.Empty(
            from file in Directory.EnumerateFiles(Repository.At("src"), "*.cs", SearchOption.AllDirectories)
            let path = Path.GetRelativePath(Repository.Root, file)
            where !path.Split(Path.DirectorySeparatorChar).Any(folder => folder is "bin" or "obj" or "node_modules")
            from line in File.ReadLines(file).Index()
            where line.Item.TrimStart().StartsWith("///", StringComparison.Ordinal)
            from tag in Tag().Matches(line.Item)
            where !_known.Contains(tag.Groups["name"].Value)
            select $"{path}, line {line.Index + 1}: {tag.Value}");

    [GeneratedRegex(@"</?(?<name>[A-Za-z]\w*)")]
    private static partial Regex Tag();
}
