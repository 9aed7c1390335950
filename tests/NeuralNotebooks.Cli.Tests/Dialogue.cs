using NeuralNotebooks.Site;

namespace NeuralNotebooks.Cli.Tests;

/// <summary>A fact as a dialogue with the command line. <c>@ name</c> is a file with the lines that follow after
/// <c>|</c>, a notebook with its cells (<c>&gt; code</c>, <c>* Markdown</c>), a folder (<c>name/</c>) or a link
/// (<c>name → target</c>); <c>$ nn …</c> is followed by its exit code, output and errors (!), <c>$ ls FOLDER</c> by
/// what is there, <c>$ cat FILE</c> by its text, <c>$ rm PATH</c> by nothing, <c>$ grep WORD FILE</c> by how often, and
/// <c>$ grep WORD FOLDER</c> by the files that have it in their path or text.</summary>
public sealed partial class DialogueTests
{
    [Theory]
    [FactsOf("Usage", "Running/Run", "Running/Documents", "New/New", "Teaching/Assignments")]
    public Task What_commands_answer(string file, string fact) => Check(file, fact);

    internal static async Task Check(string file, string fact)
    {
        using var folder = new TemporaryFolder();
        var spoken = new StringBuilder();
        IReadOnlyList<Saying> all = ApprovedTexts.Said(file, fact);
        for (int i = 0; i < all.Count; i++)
        {
            Saying said = all[i];
            spoken.Append(said.Written);
            if (said.Kind == '$')
                spoken.Append(await Answer(said.First, folder.Path));
            else if (said is { Kind: '@', More: "" } && all.Skip(i + 1).TakeWhile(IsCell).ToArray() is [_, ..] cells)
                folder.Notebook(
                    said.First, cells.Select(cell => ($"{cell.Kind}", cell.Text.Replace("FOLDER", folder.Path))));
            else if (said.Kind == '@' && said.First.Split(" → ") is [var link, var target])
                SymbolicLink.Create(folder.At(link), target);
            else if (said.Kind == '@' && said.First.EndsWith('/'))
                Directory.CreateDirectory(folder.At(said.First));
            else if (said.Kind == '@')
                folder.File(said.First, said.Content);
        }
        ApprovedTexts.Check(file, fact, spoken.ToString());
    }

    private static bool IsCell(Saying said) => said.Kind is '>' or '*';

    private static async Task<string> Answer(string command, string folder)
    {
        string[] words = [.. command.Split(' ').Select(word => word.Trim('"').Replace("FOLDER", folder))];
        if (words[0] == "ls")
            return string.Concat(
                Directory
                    .EnumerateFileSystemEntries(words[1])
                    .Select(path => Path.GetFileName(path))
                    .Except(["live", "playground.html", "playground.ipynb", "sw.js"]) // There if pages are live.
                    .Order(StringComparer.Ordinal)
                    .Select(name => name + "\n")
            );
        if (words[0] == "grep" && Directory.Exists(words[2]))
            return string.Concat(
                Directory
                    .EnumerateFiles(words[2], "*", SearchOption.AllDirectories)
                    .Where(file => $"{file[words[2].Length..]}\n{File.ReadAllText(file)}".Contains(words[1]))
                    .Select(file => Path.GetRelativePath(words[2], file).Replace('\\', '/') + "\n")
                    .Order(StringComparer.Ordinal));
        if (words[0] == "grep")
            return $"{File.ReadAllText(words[2]).Split(words[1]).Length - 1} times\n";
        if (words[0] == "cat")
            return File.ReadAllText(words[1]).ReplaceLineEndings("\n").TrimEnd('\n') + "\n";
        if (words[0] == "rm")
        {
            if (Directory.Exists(words[1]))
                Directory.Delete(words[1], recursive: true);
            File.Delete(words[1]);
            return "";
        }
        InvokedCommand answer = await InvokedCommand.Of(words[1..]);
        // The help is as wide as the terminal.
        string output = words[^1] == "--help" ? answer.Output.OnOneLine() + "\n" : answer.Output;
        output = output.Replace($"core. [default: {Environment.ProcessorCount}]", "core. [default: CORES]");
        string text = $"{output}{Lines().Replace(answer.Error, "! ")}exit {answer.ExitCode}\n"
            .ReplaceLineEndings("\n")
            .Replace(RealPath.Of(folder)!, "FOLDER")
            .Replace(folder, "FOLDER")
            .Replace("Usage: NeuralNotebooks.Cli.Tests", "Usage: nn")
            .Replace(Environment.CurrentDirectory, "HERE")
            .Replace(Path.DirectorySeparatorChar, '/');
        // How long something takes decides how wide a column is, too.
        text = AfterTheRun().Replace(Heartbeats().Replace(NotJson().Replace(text, "…"), ""), "");
        return Measured().Replace(Spaces().Replace(text, " "), "N s N MB").Replace(" \n", "\n");
    }

    [GeneratedRegex("^(?=.)", RegexOptions.Multiline)]
    private static partial Regex Lines();

    [GeneratedRegex(" +")]
    private static partial Regex Spaces();

    /// <summary>Text that depends on speed: lines written every 20 seconds, the estimated time of grading.</summary>
    [GeneratedRegex(
        @"^ +\S+: cell \d+ of \d+, after \d+ s\n|; \d+ to come(, about \d+ s left)?", RegexOptions.Multiline)]
    private static partial Regex Heartbeats();

    /// <summary>The end of a run's output, with a path that depends on the folder: RunProcessTests tests it.</summary>
    [GeneratedRegex(@"^(Writing the site …|Next: .* --open)\n", RegexOptions.Multiline)]
    private static partial Regex AfterTheRun();

    [GeneratedRegex(@"(?<=is not JSON \(line \d+, position \d+: )[^)]+")]
    private static partial Regex NotJson();

    [GeneratedRegex(@"\d+\.\d s\b( \d+ MB)?")]
    private static partial Regex Measured();
}
