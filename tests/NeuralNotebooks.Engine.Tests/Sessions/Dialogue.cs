using System.Net;

namespace NeuralNotebooks.Engine.Tests;

/// <summary>A fact as a dialogue with a session. A line <c>&gt; code</c> is a cell and <c>@ name</c> a file in its
/// folder; lines that begin with <c>|</c> continue them, and what a cell shows follows it as
/// <see cref="Shown.Transcript"/>. <c>$ variables</c> lists those of the session. <c>$ text/html</c>, or another MIME
/// type, is followed by this representation of the last cell's value.</summary>
internal static class Dialogue
{
    public static async Task Check(string file, string fact, SessionOptions host, bool withForms = false)
    {
        using var folder = new TemporaryFolder();
        using var session = new TestSession(host with { Folder = folder.Path });
        // Tasks of a cell may show outputs while later cells run.
        List<Func<string?>> spoken = [];
        Shown last = new();
        foreach (Saying said in ApprovedTexts.Said(file, fact))
        {
            spoken.Add(() => said.Written);
            if (said.Kind == '@')
                folder.File(said.First, said.Content);
            else if (said is { Kind: '$', First: "variables" })
            {
                IReadOnlyList<Variable> variables = session.Session.Variables();
                spoken.Add(() => string.Concat(variables.Select(v => $"{v.Type} {v.Name}: {v.Text}".TrimEnd() + "\n")));
            }
            else if (said.Kind == '$')
            {
                string form = last.Form(said.First) + "\n";
                spoken.Add(() => form);
            }
            else
            {
                Shown shown = last = await session.Run(said.Text.Replace("HERE/", AppContext.BaseDirectory));
                spoken.Add(() => shown.Transcript + (withForms ? shown.Forms : ""));
            }
        }
        string actual = string.Concat(spoken.Select(part => part()));
        actual = Regex.Replace(actual, @"(?<=time: )\d+(\.\d+)?", "N")
            .Replace(AppContext.BaseDirectory, "HERE/")
            .Replace(WebUtility.HtmlEncode(AppContext.BaseDirectory), "HERE/")
            .Replace(folder.Path + Path.DirectorySeparatorChar, "FOLDER/");
        ApprovedTexts.Check(file, fact, actual);
    }
}

public abstract class DialogueTests(SessionOptions host)
{
    [Theory]
    [FactsOf("Sessions/Cells", "Errors/Errors", "Directives/Directives")]
    public Task What_cells_show(string file, string fact) => Dialogue.Check(file, fact, host);
}

public sealed class DialogueTestsOnAThread() : DialogueTests(Hosts.WithThreads);

public sealed class DialogueTestsInPlace() : DialogueTests(Hosts.WithoutThreads);

public sealed class ValueDialogueTests
{
    [Theory]
    [FactsOf("Formatting/Values")]
    public Task Values(string fact) => Dialogue.Check("Formatting/Values", fact, Hosts.WithThreads, withForms: true);

    [Theory]
    [FactsOf("Sessions/Variables")]
    public Task Variables(string fact) => Dialogue.Check("Sessions/Variables", fact, Hosts.WithThreads);
}
