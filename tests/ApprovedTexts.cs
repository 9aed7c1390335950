using System.Collections.Concurrent;
using System.Reflection;
using System.Text.RegularExpressions;
using Xunit.Sdk;
using Xunit.v3;

namespace NeuralNotebooks.Tests;

/// <summary>The facts of a file of approved texts, by name: a theory's cases.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class FactsOfAttribute(string file) : DataAttribute
{
    public override ValueTask<IReadOnlyCollection<ITheoryDataRow>> GetData(
        MethodInfo method,
        DisposalTracker disposal
    ) => new([.. ApprovedTexts.In(file).Keys.Select(fact => new TheoryDataRow(fact))]);

    public override bool SupportsDiscoveryEnumeration() => true;
}

/// <summary>
/// Files beside the tests, <c>*.approved.txt</c>, that say what is shown. A fact begins with a line "# its name".
/// After a change that is meant, copy what the failed test has written.
/// </summary>
internal static partial class ApprovedTexts
{
    private static readonly ConcurrentDictionary<string, IReadOnlyDictionary<string, string>> _read = new();

    /// <summary>The text of each fact.</summary>
    public static IReadOnlyDictionary<string, string> In(string file) =>
        _read.GetOrAdd(
            file,
            _ =>
                Heading()
                    .Split(File.ReadAllText(PathOf(file)).ReplaceLineEndings("\n"))
                    .Skip(1)
                    .Select(fact => fact.Split('\n', 2))
                    .ToDictionary(fact => fact[0], fact => fact[1].TrimEnd('\n') + "\n")
        );

    /// <summary>Asserts that a fact is as approved; writes it to a file beside the approved one if it is not.</summary>
    public static void Check(string file, string fact, string actual)
    {
        string approved = In(file).GetValueOrDefault(fact, "");
        if (approved != actual)
            lock (_read)
                File.AppendAllText(
                    PathOf(file).Replace(".approved.", ".received."),
                    $"# {fact}\n{actual.TrimEnd('\n')}\n\n"
                );
        Assert.Equal(approved, actual);
    }

    /// <summary>The lines of a dialogue with their continuations, which begin with "|", but no answers.</summary>
    public static IReadOnlyList<Saying> Said(string file, string fact) =>
        [
            .. Saying()
                .Matches(In(file)[fact])
                .Select(said => new Saying(
                    said.Value[0],
                    said.Groups["first"].Value,
                    string.Concat(said.Groups["more"].Captures.Select(line => "\n" + line.Value)),
                    said.Value
                )),
        ];

    private static string PathOf(string file) => Path.Combine(AppContext.BaseDirectory, file + ".approved.txt");

    [GeneratedRegex("^# ", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"^[@>*$](?: (?<first>.*))?\n(?:\|(?: (?<more>.*)|(?<more>))\n)*", RegexOptions.Multiline)]
    private static partial Regex Saying();
}

/// <summary>A line of a dialogue: a file (@), a cell (&gt; code, * Markdown) or a command ($).</summary>
/// <param name="Kind">Its first character.</param>
/// <param name="First">The rest of the line.</param>
/// <param name="More">The lines that continue it, each after a line break.</param>
/// <param name="Written">All of it as it is written.</param>
internal sealed record Saying(char Kind, string First, string More, string Written)
{
    public string Text => First + More;

    /// <summary>What a file has: all but the first line.</summary>
    public string Content => More.Length > 0 ? More[1..] : "";
}
