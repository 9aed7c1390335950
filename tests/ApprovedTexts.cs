using Xunit.Sdk;
using Xunit.v3;

namespace NeuralNotebooks.Tests;

/// <summary>The cases of a theory: the facts of a file, or of several files, each with its file before it.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class FactsOfAttribute(params string[] files) : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(
        MethodInfo method, DisposalTracker disposal) => new(
            [.. files.SelectMany(file => ApprovedTexts.In(file).Keys.Select(
                fact => files.Length == 1 ? new TheoryDataRow(fact) : new TheoryDataRow(file, fact)))]);

    public override bool SupportsDiscoveryEnumeration() => true;
}

/// <summary>Compares outputs with approved texts, which are in files <c>*.approved.txt</c> next to the tests. A file
/// has several texts, called facts; each begins with a line "# NAME". Failed tests write the facts that differ to a
/// file <c>*.received.txt</c>, which replaces that of an earlier run. If the change is intended, copy the text from
/// there.</summary>
internal static partial class ApprovedTexts
{
    private static readonly ConcurrentDictionary<string, IReadOnlyDictionary<string, string>> _read = new();

    private static readonly HashSet<string> _received = [];

    public static IReadOnlyDictionary<string, string> In(string file) =>
        _read.GetOrAdd(
            file,
            _ =>
                Heading()
                    .Split(File.ReadAllText(PathOf(file)).ReplaceLineEndings("\n"))
                    .Skip(1)
                    .Select(fact => fact.Split('\n', 2))
                    .ToDictionary(fact => fact[0], fact => fact[1].TrimEnd('\n') + "\n"));

    /// <summary>Asserts that a text equals the approved fact. If not, writes it to the file
    /// <c>*.received.txt</c>.</summary>
    public static void Check(string file, string fact, string actual)
    {
        string approved = In(file).GetValueOrDefault(fact, "");
        if (approved != actual)
            Receive(PathOf(file).Replace(".approved.", ".received."), $"# {fact}\n{actual.TrimEnd('\n')}\n\n");
        Assert.Equal(approved, actual);
    }

    private static void Receive(string path, string text)
    {
        lock (_received)
        {
            // An earlier run may have left a file.
            if (_received.Add(path))
                File.Delete(path);
            File.AppendAllText(path, text);
            TestContext.Current.TestOutputHelper?.WriteLine($"The whole text is in {path}.");
        }
    }

    /// <summary>The inputs of a dialogue, without the answers. An input is a line and its continuation lines, which
    /// begin with "|".</summary>
    public static IReadOnlyList<Saying> Said(string file, string fact) =>
        [
            .. Saying()
                .Matches(In(file)[fact])
                .Select(said => new Saying(
                    said.Value[0],
                    said.Groups["first"].Value,
                    string.Concat(said.Groups["more"].Captures.Select(line => "\n" + line.Value)),
                    said.Value)),
        ];

    /// <summary>Checks a dialogue, in which the answer to an input, if there is one, follows it.</summary>
    public static void Answer(string file, string fact, Func<Saying, string?> answer) =>
        Check(file, fact, string.Concat(Said(file, fact).Select(saying => saying.Written + answer(saying))));

    private static string PathOf(string file) => Path.Combine(AppContext.BaseDirectory, file + ".approved.txt");

    [GeneratedRegex("^# ", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^[@>*$](?: (?<first>.*))?\n(?:\|(?: (?<more>.*)|(?<more>))\n)*", RegexOptions.Multiline)]
    private static partial Regex Saying();
}

/// <summary>An input of a dialogue: a file (@), a cell (&gt; code, * Markdown) or a command ($).</summary>
/// <param name="Kind">The first character of the line.</param>
/// <param name="First">The rest of the line.</param>
/// <param name="More">The continuation lines, each after a line break.</param>
/// <param name="Written">The whole text in the file, with its marks.</param>
internal sealed record Saying(char Kind, string First, string More, string Written)
{
    public string Text => First + More;

    /// <summary>The content of a file (@): the input without its first line, which is the name.</summary>
    public string Content => More.Length > 0 ? More[1..] : "";
}
