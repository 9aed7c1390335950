namespace NeuralNotebooks.Tests;

internal static partial class DocumentedCommands
{
    /// <summary>Commands that no test runs: how they begin, and why.</summary>
    private static readonly (string Start, string Reason)[] _notRun =
    [
        ("git clone ", "needs a network"),
        ("git config ", "needs a repository; CleanCommandTests run the filter"),
        ("dotnet build", "builds the folder in which the tests run"),
        ("dotnet test", "runs these tests"),
        ("NN_NIGHTLY=1 dotnet test", "runs these tests"),
        (".ci/", "runs these tests"),
        ("dotnet run --project tests/NeuralNotebooks.Benchmarks ", "needs minutes on a machine that does nothing else"),
        ("dotnet pack ", "the tests of packages run the README's on what has been built"),
        ("sudo ", "changes the machine"),
        ("jupyter lab ", "needs Jupyter, and does not end; tests/Browser/jupyter.test.js opens notebooks"),
        ("nn doctor", "its exit code says what the machine has; CourseChecksTests and SystemChecksTests run it"),
        ("nn serve", "does not end; ServeCommandTests start it"),
        ("nn assign mark", "does not end; MarkCommandTests start it"),
    ];

    public static IEnumerable<string> Documents =>
        Directory.EnumerateFiles(Repository.Root, "*.md")
            .Concat(new[] { "assignments", "data", "deploy", "docs", "notebooks", "src" }.SelectMany(folder =>
                Directory.EnumerateFiles(Repository.At(folder), "*.md", SearchOption.AllDirectories)))
            .Select(path => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/'))
            .Where(path => !Built().IsMatch(path) && Blocks(path).Any())
            .Order(StringComparer.Ordinal);

    /// <summary>The shell blocks of a document, without the commands that no test runs.</summary>
    public static IEnumerable<string> RunBlocks(string document) => RunBlocksIn(Repository.Read(document));

    public static IEnumerable<string> RunBlocksIn(string text) =>
        BlocksIn(text)
            .Select(block => string.Concat(Commands(block).Where(IsRun).Select(command => command + "\n")))
            .Where(block => block.Length > 0);

    /// <summary>All commands of a document's shell blocks, also those that no test runs.</summary>
    public static IEnumerable<string> All(string document) => Blocks(document).SelectMany(Commands);

    private static IEnumerable<string> Blocks(string document) => BlocksIn(Repository.Read(document));

    private static IEnumerable<string> BlocksIn(string text) =>
        Fence().Matches(text).Select(fence => fence.Groups["text"].Value);

    private static bool IsRun(string command) =>
        !_notRun.Any(entry => command.StartsWith(entry.Start, StringComparison.Ordinal));

    /// <summary>The commands of a block. One can have several lines: those of a here-document, and after a
    /// backslash.</summary>
    private static IEnumerable<string> Commands(string block)
    {
        var command = new StringBuilder();
        string? end = null;
        foreach (string line in block.Split('\n'))
        {
            command.Append(command.Length == 0 ? "" : "\n").Append(line);
            end ??= HereDocument().Match(line) is { Success: true } begins ? begins.Groups["end"].Value : null;
            if (line == end)
                end = null;
            if (end is not null || line.EndsWith('\\'))
                continue;
            if (command.ToString().Trim() is { Length: > 0 } text)
                yield return text;
            command.Clear();
        }
    }

    [GeneratedRegex("^```sh\r?\n(?<text>.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();

    [GeneratedRegex("<<'(?<end>\\w+)'")]
    private static partial Regex HereDocument();

    /// <summary>Folders with files that a build or npm has written.</summary>
    [GeneratedRegex("/(bin|obj|node_modules)/")]
    private static partial Regex Built();
}
