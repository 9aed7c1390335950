using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace NeuralNotebooks.Cli;

/// <summary>The help of a command, followed by examples and exit codes.</summary>
internal sealed class HelpWithSections(HelpAction standard) : SynchronousCommandLineAction
{
    private static readonly (string Command, string Meaning)[] _examples =
    [
        ("nn run", "the whole course; nn serve --open then shows it"),
        ("nn run notebooks/03-two-layers-batch-of-three.ipynb", "one notebook"),
        ("nn run homework/ --output results --keep-going --report results/report.xml",
            "a folder of notebooks, for a build server"),
        ("nn run slow.ipynb --timeout 0 --cell-timeout 3600 --memory 16000", "with other limits; 0 is no limit"),
        ("nn run report.ipynb -p rate=0.1 --output results", "a notebook with another value of a parameter"),
        ("nn serve --open", "the site at http://127.0.0.1:8877/, where its pages are live, in the browser"),
        ("nn kernel install", "lets Jupyter run C# notebooks"),
        ("nn assign check assignments/source",
            "checks assignments while you write them: their solutions earn all points, their mistakes lose some"),
        ("nn assign release assignments/source --output course", "the students' versions, in course/release/"),
        ("nn grade submitted --source assignments/source --output graded",
            "points, results and the teacher's page of a class"),
        ("nn grade submitted --source assignments/source --output graded --resume", "only what has changed since"),
        ("nn grade moodle.zip --source assignments/source --output graded --import moodle",
            "a platform's zip in, its table of grades out"),
        ("nn grade merge shards/* --output graded", "merges the results of several machines"),
        ("nn new course my-course", "a new course: a notebook, an assignment, and a workflow that publishes them"),
        ("nn new assignment assignments/A2-next", "the source of an assignment that passes nn assign check"),
        ("nn clean notebooks", "removes the outputs before a commit; --check only looks"),
        ("nn doctor", "checks what is installed, and says how to get what is missing"),
    ];

    public override int Invoke(ParseResult parseResult)
    {
        int result = standard.Invoke(parseResult);
        TextWriter output = parseResult.InvocationConfiguration.Output;
        IReadOnlyList<string> words = CommandLine.Words(parseResult);
        (string Command, string Meaning)[] examples =
            [.. _examples.Where(one => one.Command.Split(' ').Skip(1).Take(words.Count).SequenceEqual(words))];
        if (examples.Length > 0)
        {
            int width = examples.Max(example => example.Command.Length);
            output.WriteLine("Examples:");
            foreach ((string example, string meaning) in examples)
                output.WriteLine($"  {example.PadRight(width)}  {meaning}");
            output.WriteLine();
        }
        string? codes = words switch
        {
            [] or [RunCommand.Name] => ExitCode.OfRun,
            [AssignCommand.Name, ..] => ExitCode.OfAssign,
            [GradeCommand.Name, ..] => ExitCode.OfGrade,
            _ => null,
        };
        if (codes is not null)
            output.WriteLine(codes.ReplaceLineEndings() + Environment.NewLine);
        return result;
    }
}
