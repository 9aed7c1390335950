using System.CommandLine.Parsing;

namespace NeuralNotebooks.Cli.Tests;

/// <summary>Every command in a shell block of a document works as it is written. <see cref="DocumentedCommands"/> says
/// which commands no test runs, and why.</summary>
public sealed partial class DocumentedCommandTests : FolderedTests
{
    /// <summary>Documents whose commands need more than a folder with notebooks, and the tests that run them.</summary>
    private static readonly Dictionary<string, string> _runElsewhere = new()
    {
        ["README.md"] = nameof(NewCourseTests),
        ["docs/first-assignment.md"] = "GuideTests",
        ["docs/students.md"] = "GuideTests",
        ["docs/teachers.md"] = "GuideTests",
        ["src/NeuralNotebooks.Cli/New/Templates/course/README.md"] = nameof(NewCourseTests),
        ["src/NeuralNotebooks.Cli/README.md"] = nameof(ToolPackageTests),
    };

    public static TheoryData<string> Documents => [.. DocumentedCommands.Documents];

    public static TheoryData<string> Others =>
        [.. DocumentedCommands.Documents.Where(document => !_runElsewhere.ContainsKey(document))];

    [Theory]
    [MemberData(nameof(Documents))]
    public void The_command_line_understands_every_command_of_nn(string document)
    {
        IEnumerable<string> inText = Inline().Matches(Repository.Read(document)).Select(code => code.Groups[1].Value);
        Assert.All(
            DocumentedCommands.All(document).Concat(inText).Where(command => Nn().IsMatch(command)),
            command => Assert.Empty(ErrorsIn(command)));
    }

    [Theory]
    [MemberData(nameof(Others))]
    public async Task The_commands_of_a_document_run_in_a_course(string document)
    {
        Nightly.Only();
        Assert.SkipWhen(OperatingSystem.IsWindows(), "The commands are for a POSIX shell.");
        Folder.Notebook("notebooks/04-backpropagation.ipynb", "1 + 1");
        foreach (string notebook in (string[])["study.ipynb", "homework/one.ipynb"])
            Folder.Notebook(notebook, "1");
        string program = typeof(CommandLine).Assembly.Location;
        foreach (string script in (string[])["nn", "bin/nn"])
            Folder.Program(script, $"#!/bin/sh\nexec '{DotnetInstallation.Program}' exec '{program}' \"$@\"\n");
        foreach (string block in DocumentedCommands.RunBlocks(document).Prepend("nn run"))
        {
            var start = new ProcessStartInfo("sh", ["-ec", block])
            {
                WorkingDirectory = Folder.Path,
                Environment =
                {
                    ["PATH"] = $"{Folder.At("bin")}:{Environment.GetEnvironmentVariable("PATH")}",
                    ["HOME"] = Folder.At("home"),
                },
            };
            (int code, string output, string error) = await Task.Run(() => Programs.Run(start), Cancellation);
            Assert.True(code == 0, $"{document}: exit code {code} of\n{block}\n{output}\n{error}");
        }
    }

    /// <summary>What the command line does not understand in a command. A sentence may name a command without its
    /// arguments, or with an ellipsis in their place.</summary>
    private static IEnumerable<string> ErrorsIn(string command)
    {
        string words = Comment().Replace(command.Split('\n', ';', '|', '>')[0], "").Replace(" …", "");
        string[] args = [.. CommandLineParser.SplitCommandLine(words).Skip(1)];
        return CommandLine.Parse(Terminal.OfProcess(Console.Out, Console.Error), args)
            .Errors.Where(error => !error.Message.Contains("required", StringComparison.OrdinalIgnoreCase))
            .Select(error => $"{command}: {error.Message}");
    }

    [GeneratedRegex(@"(?<!`)`((?:\./)?nn [^`]+)`(?!`)")]
    private static partial Regex Inline();

    [GeneratedRegex(@"^(\./)?nn ")]
    private static partial Regex Nn();

    [GeneratedRegex(@"\s#.*")]
    private static partial Regex Comment();
}
