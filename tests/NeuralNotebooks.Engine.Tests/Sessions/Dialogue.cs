namespace NeuralNotebooks.Engine.Tests;

/// <summary>
/// A fact as a dialogue with a session. A line <c>&gt; code</c> is a cell and <c>@ name</c> a file in its folder; lines
/// that begin with <c>|</c> continue them, and what a cell shows follows it as <see cref="Shown.Transcript"/>.
/// </summary>
internal static class Dialogue
{
    public static async Task Check(string file, string fact, SessionOptions host)
    {
        using var folder = new TemporaryFolder();
        using var session = new TestSession(host with { Folder = folder.Path });
        List<(string Written, Shown? Shown)> spoken = [];
        foreach (Saying said in ApprovedTexts.Said(file, fact))
        {
            if (said.Kind == '@')
                folder.File(said.First, said.Content);
            spoken.Add((said.Written, said.Kind == '@' ? null : await session.Run(said.Text)));
        }
        // Only now: what a cell has started may show something during the next ones.
        string actual = string.Concat(spoken.Select(part => part.Written + part.Shown?.Transcript));
        ApprovedTexts.Check(file, fact, actual.Replace(folder.Path + Path.DirectorySeparatorChar, "FOLDER/"));
    }
}

/// <summary>What cells show, in the files of dialogues.</summary>
public abstract class DialogueTests(SessionOptions host)
{
    [Theory]
    [FactsOf("Sessions/Cells")]
    public Task Cells(string fact) => Dialogue.Check("Sessions/Cells", fact, host);

    [Theory]
    [FactsOf("Sessions/Errors")]
    public Task Errors(string fact) => Dialogue.Check("Sessions/Errors", fact, host);

    [Theory]
    [FactsOf("Directives/Directives")]
    public Task Directives(string fact) => Dialogue.Check("Directives/Directives", fact, host);
}

public sealed class DialogueTestsOnAThread() : DialogueTests(Hosts.WithThreads);

public sealed class DialogueTestsInPlace() : DialogueTests(Hosts.WithoutThreads);
