namespace Notebooks.Tests.Hygiene;

/// <summary>Documents are made of short lines and short paragraphs.</summary>
public partial class ProseTests
{
    private const int LongestLine = 400, MostSentences = 5;

    public static TheoryData<string> Documents =>
        [
            .. Directory.GetFiles(Repository.Root, "*.md").Select(Path.GetFileName).OfType<string>(),
            .. new[] { "assignments", "data", "deploy", "docs", "notebooks", "src" }.SelectMany(folder =>
                Directory
                    .EnumerateFiles(Repository.At(folder), "*.md", SearchOption.AllDirectories)
                    .Select(path => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'))
                    .Where(path => !Installed().IsMatch(path))
            ),
        ];

    [Theory]
    [MemberData(nameof(Documents))]
    public void No_line_of_a_document_has_more_than_400_characters(string document) =>
        Assert.All(
            Repository.Read(document).Split('\n').Index(),
            line => Assert.True(
                line.Item.Length <= LongestLine,
                $"{document}, line {line.Index + 1} has {line.Item.Length} characters: break the paragraph up."));

    [Theory]
    [MemberData(nameof(Documents))]
    public void No_paragraph_of_a_document_has_more_than_five_sentences(string document) =>
        Assert.All(
            Paragraphs(Repository.Read(document)),
            paragraph => Assert.True(
                Sentences(paragraph) <= MostSentences,
                $"{document} has a paragraph of {Sentences(paragraph)} sentences; split it: {paragraph}"));

    /// <summary>The paragraphs and the items of lists, without code and tables.</summary>
    private static IEnumerable<string> Paragraphs(string document) =>
        Break()
            .Split(Fence().Replace(document, ""))
            .Select(paragraph => paragraph.Trim())
            .Where(paragraph => !paragraph.StartsWith('|'));

    private static int Sentences(string paragraph) => SentenceEnd().Count(paragraph);

    /// <summary>Folders with files that a build or npm has written.</summary>
    [GeneratedRegex("/(bin|obj|node_modules)/")]
    private static partial Regex Installed();

    [GeneratedRegex("```.*?```", RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex(@"\n\s*\n|\n(?=\s*(?:- |\d+\. |\|))")]
    private static partial Regex Break();

    [GeneratedRegex(@"[.!?][)*”""]*(?:(?=\s+[A-Z(*`\[])|\s*$)")]
    private static partial Regex SentenceEnd();
}
